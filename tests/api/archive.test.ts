import { keptTables } from '@parley/api/archive/view';
import { createLimits } from '@parley/api/limit';
import { newId } from '@parley/db/id';
import { type ArchiveTables, archiveParts } from '@parley/domain/archive/archive';
import { lineProofOf } from '@parley/domain/mission/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bringArchive, takeArchive, withoutIds } from '../support/archives.ts';
import { createStage, type Stage } from '../support/stage.ts';
import { codeOf } from '../support/table.ts';
import { createWorld, type World } from '../support/world.ts';

let stage: Stage;
let elsewhere: World;
beforeAll(async () => {
  [stage, elsewhere] = await Promise.all([createStage(), createWorld()]);
  const { owner, reader } = stage.people;
  const { councilId, meetingId, missionId, offerId } = stage.owen.things;
  // a line that rests on a proof: both go, and find each other again
  const [proof] = await owner.api.proof.list.query();
  const { rev, document } = await owner.api.mission.get.query({ missionId });
  const needs = document.needs.map((need) => ({ ...need, proof: proof ? lineProofOf(proof) : null }));
  await owner.api.mission.save.mutate({ missionId, rev, document: { ...document, needs } });
  await owner.api.mail.save.mutate({
    standard: 'daily',
    pushes: 'weekly',
    hour: 7,
    weekday: 1,
    councils: [{ councilId, choice: 'never', pushes: 'atOnce' }],
  });
  await owner.api.meeting.pulse.mutate({ meetingId, pulse: { value: 6, why: '' } });
  await owner.api.landing.save.mutate({ choice: 'delete', days: 30 });
  await reader.api.offer.open.mutate({ offerId });
}, 180_000);
afterAll(async () => {
  await Promise.all([stage.world.close(), elsewhere.close()]);
});

const tables = Object.values(keptTables).flat();
/** The tables that go to another Parley; the rest is for reading. */
const returning = (all: ArchiveTables) =>
  Object.fromEntries(tables.filter(({ returns }) => returns).map(({ table }) => [table, all[table] ?? []]));

/** Words, and not the brief, which whoever plays the employer has written. */
const wroteIt = (mark: string) => /[a-z]/.test(mark) && !mark.endsWith('-brief');

describe('an archive', () => {
  it('holds a row of every table of somebody who has one of everything, each in its declared form', async () => {
    const { tables: taken } = await takeArchive(stage.people.owner);
    for (const { table, form } of tables) {
      const rows = taken[table] ?? [];
      // ticks stand in the plan since it has them; what a negotiation leaves is tried in landing.test.ts
      if (!['tick', 'keepsake'].includes(table)) expect(rows.length, table).toBeGreaterThan(0);
      for (const row of rows) expect(form.safeParse(row).error?.issues ?? [], table).toEqual([]);
    }
    expect(JSON.stringify(taken)).toContain('owen-walk-away');
  });

  it.each(['owner', 'reader', 'member', 'moderator', 'expiredReader', 'exMember', 'stranger', 'operator'] as const)(
    'of %s holds nothing that another wrote',
    async (name) => {
      const text = JSON.stringify((await takeArchive(stage.people[name])).tables);
      for (const { owner, marks } of [stage.owen, stage.neighbour, stage.foreigner]) {
        if (owner === stage.people[name]) continue;
        for (const mark of [...marks.secret, ...marks.shared].filter(wroteIt)) expect(text).not.toContain(mark);
      }
    },
  );

  it('is for its own person: nobody who is not signed in gets a part', async () => {
    for (const part of archiveParts) expect((await stage.people.anonymous.post('archive.part', { part })).status).toBe(401);
  });
});

/** What stands in no archive, each with the reason; a new table is either declared for archives or named here. */
const leftOut: Record<string, string> = {
  _prisma_migrations: 'of the database itself',
  attachment_body: 'bytes: a file of its own in the zip',
  archive_piece: 'an archive on its way in',
  asked: 'who was asked in a round: the round says its own',
  attempt: 'keyed hashes of who tries what how often, for minutes',
  canary: 'of the master key',
  challenge: 'what a browser was asked to sign, for minutes',
  recovery_code: 'hashes, of no use anywhere else',
  totp: 'a secret that an app holds: set up anew anywhere else',
  address_link: 'a link on its way by mail',
  charter: 'the council’s, and stays with it',
  clock_hand: 'of the clock',
  event: 'that a screen may be stale',
  feed: 'a digest of an address that is made anew anywhere else',
  inbox: 'numbers of such events',
  instance: 'servers that run',
  invitation: 'addresses of others',
  letter: 'mails on their way, made of kinds alone',
  meeting: 'the council’s; what the person noted there is in meeting_note',
  overlap: 'hashes under a key of the server’s, of no use anywhere else',
  notification: 'that something happened, not what',
  password: 'a hash, of no use anywhere else',
  push: 'a browser that shows notices: another one is asked anew',
  reach_key: 'of the guard',
  receipt: 'answers to presses, kept for two days',
  reset_token: 'a link that was asked for',
  sealing_key: 'useless without the master key, and not to leave the house',
  seats_due: 'of the clock',
  session: 'where somebody is signed in just now: listed under Me',
};

/** Columns that say whose a row is or where its content is sealed, and those that are left out with a reason. */
const ownership = new Set(['owner_id', 'account_id', 'author_id', 'asker_id', 'sealed', 'farewell']);
const leftOutColumns: Record<string, string> = {
  'passkey.credential': 'a public key, which fits this address alone',
  'passkey.credential_id': 'what a browser calls it, at this address alone',
  'passkey.counter': 'how often its device has signed',
  'passkey.doubted_at': 'a thing of this address alone',
  'account.email_hash': 'the address itself is in the content',
  'account.verified_at': 'said anew where it is brought to',
  'account.operator': 'a right on this server, not the person’s',
  'rehearsal.peer_id': 'may be another',
  'rehearsal.step': 'how far the clock of a call had gone',
  'rehearsal.step_at': 'how far the clock of a call had gone',
  'rehearsal.silent_at': 'how far the clock of a call had gone',
  'rehearsal_note.negotiation_id': 'said by its rehearsal',
  'rehearsal_note.peer_id': 'said by its rehearsal',
  'rehearsal_line.negotiation_id': 'said by its rehearsal',
  'rehearsal_line.peer_id': 'said by its rehearsal',
  'thread.starter_id': 'the person themselves',
  'thread.resolved_by_id': 'who settled it may be another',
  'comment.item_id': 'said by its thread',
  'comment.starter_id': 'said by its thread',
  'comment.begun_at': 'said by its thread',
  'suggestion.item_id': 'said by its thread',
  'suggestion.starter_id': 'said by its thread',
  'suggestion.begun_at': 'said by its thread',
  'read.shown_at': 'when a seat shows, which is many people’s at once',
  'sealed_counter.shown_at': 'when a seat shows, which is many people’s at once',
  'help_answer.withdrawn_at': 'the asker’s to say',
  'council.founder_id': 'may be another',
  'council.charter_version': 'of the charter, which stays',
  'commitment.council_id': 'to whom it is shown now',
  'pulse.council_id': 'whether the meeting still goes on',
};

type Found = { table: string; column: string };

it('is taken ten times an hour and no more; after ten wrong passwords an account does not end for a while', async () => {
  const world = await createWorld({ limits: createLimits() });
  const ana = await world.person('Ana');
  const take = async () => (await ana.post('archive.part', { part: 'person' })).status;
  const first: number[] = [];
  for (let at = 0; at < 100; at += 1) first.push(await take());
  expect(new Set(first)).toEqual(new Set([200]));
  expect(await take()).toBe(429);
  for (let at = 0; at < 10; at += 1)
    expect((await ana.post('departure.end', { password: `wrong ${at} and wrong` })).status).toBe(400);
  expect((await ana.post('departure.end', { password: ana.password })).status).toBe(429);
  await world.close();
});

describe('nothing of a person’s is forgotten', () => {
  it('every table of the database is in the archive, or left out with a reason', async () => {
    const found = await stage.world.client.$queryRaw<{ table: string }[]>`
      select relname::text as table from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
    const kept = new Set(tables.map(({ table }) => table));
    expect(found.map(({ table }) => table).filter((table) => kept.has(table) === table in leftOut)).toEqual([]);
    expect(Object.keys(leftOut).filter((table) => found.every((one) => one.table !== table))).toEqual([]);
  });

  it('every column of those is in it, or left out with a reason', async () => {
    const found = await stage.world.client.$queryRaw<Found[]>`
      select table_name::text as table, column_name::text as column from information_schema.columns where table_schema = 'public'`;
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const missing = tables.flatMap(({ table, columns }) => {
      const told = new Set(columns.map(snake));
      const all = found.filter((one) => one.table === table).map(({ column }) => column);
      return all.filter((column) => !told.has(column) && !ownership.has(column)).map((column) => `${table}.${column}`);
    });
    expect(missing.sort()).toEqual(Object.keys(leftOutColumns).sort());
  });
});

describe('an archive that is brought to another Parley', () => {
  it('is there again whole: what is taken from there equals what was brought', async () => {
    const before = (await takeArchive(stage.people.owner)).tables;
    const nia = await elsewhere.person('Nia');
    const answer = await bringArchive(nia, JSON.stringify(await takeArchive(stage.people.owner)));
    expect(answer.body).toContain('returned');
    const after = (await takeArchive(nia)).tables;
    // what was sealed in others' rounds and debriefs stays in the archive
    const own = new Set([...(before.round ?? []), ...(before.debrief ?? [])].map(({ id }) => id));
    const mine = { ...before };
    mine.sealed_counter = (before.sealed_counter ?? []).filter(({ roundId }) => own.has(roundId));
    mine.read = (before.read ?? []).filter(({ debriefId }) => own.has(debriefId));
    const told = (all: ArchiveTables) => withoutIds(returning(all));
    expect(told(after)).toEqual(told(mine));
    expect(JSON.stringify(after)).toContain('owen-walk-away');
    const { opportunityId } = (await nia.api.opportunity.list.query())[0] ?? { opportunityId: '' };
    expect(await nia.api.opportunity.page.query({ opportunityId })).toBeTruthy();
  });

  it('is brought into an empty account alone', async () => {
    const full = await elsewhere.person('Full');
    await full.api.gratitude.save.mutate({ rev: 0, helpers: [] });
    const answer = await bringArchive(full, JSON.stringify(await takeArchive(stage.people.owner)));
    expect(codeOf(answer.body)).toBe('FORBIDDEN');
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -200), 'This file is not whole'],
    ['of another kind', () => '{"format":"other"}', 'not an archive of Parley'],
    ['of a later version', (text: string) => text.replace('"version":1', '"version":2'), 'another version'],
    ['with a table that is unknown', (text: string) => text.replace('"proof":', '"spells":'), 'does not know'],
    ['with a row that is wrong', (text: string) => text.replace('"stage":"verbal"', '"stage":"shouted"'), 'offer_version'],
    ['with content that is wrong', (text: string) => text.replace('"led":true', '"led":"yes"'), 'proof'],
  ])('is refused whole when it is %s', async (_, spoil, sentence) => {
    const eva = await elsewhere.person('Eva');
    const answer = await bringArchive(eva, spoil(JSON.stringify(await takeArchive(stage.people.owner))));
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(sentence);
    const { tables: held } = await takeArchive(eva);
    expect(returning(held)).toEqual(returning(Object.fromEntries(tables.map(({ table }) => [table, []]))));
  });

  it('gives nobody else’s rows away or over: ids of others are ids of nobody', async () => {
    const text = JSON.stringify(await takeArchive(stage.people.owner));
    const thief = await stage.world.person('Thief');
    const counts = () => stage.world.client.item.count({ where: { ownerId: stage.people.owner.id } });
    const before = await counts();
    expect((await bringArchive(thief, text)).status).toBe(200);
    expect(await counts()).toBe(before);
    const taken = await stage.world.client.item.findMany({ where: { ownerId: thief.id } });
    expect(taken.length).toBe(before);
  });

  it('a piece of another person’s is nobody’s', async () => {
    const [one, other] = [await elsewhere.person('One'), await elsewhere.person('Other')];
    const arrivalId = newId();
    await one.api.archive.send.mutate({ arrivalId, number: 0, text: '{}' });
    const answer = await other.post('archive.bring', { arrivalId, pieces: 1 });
    expect(answer.body).toContain('did not arrive whole');
  });
});

it('has its schema beside its description: npx vitest run tests/api/archive.test.ts -u writes it anew', async () => {
  const schemas = tables.map(({ table, form }) => [table, z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' })]);
  const text = `{\n${schemas.map(([table, schema]) => `${JSON.stringify(table)}: ${JSON.stringify(schema)}`).join(',\n')}\n}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/export.schema.json');
});

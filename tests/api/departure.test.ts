import type { Archive, ArchiveTables } from '@parley/domain/archive/archive';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringArchive, bringFiles, type TakenFile, takeArchive, takeFiles, withoutIds } from '../support/archives.ts';
import { inDays } from '../support/clock.ts';
import { follow } from '../support/follower.ts';
import { createTable } from '../support/round-table.ts';
import { baseCounter } from '../support/rounds.ts';
import { copyBytes, copyKeys, wordsRead } from '../support/shreds.ts';
import { createStage, type Stage } from '../support/stage.ts';
import { codeOf } from '../support/table.ts';
import { tracesOf } from '../support/traces.ts';
import { createWorld, type Person, testPassword, type World } from '../support/world.ts';

const end = (person: Person, password = testPassword) => person.post('departure.end', { password });

/** Where the id of somebody who has gone may still stand, each with the reason; everything else fails. */
const stays: Record<string, string> = {
  'asked.account_id': 'how many were asked in a round does not shrink',
  'checklist.author_id': 'the council’s, written by a former member',
  'comment.author_id': 'in another’s conversation, of a former member',
  'comment.starter_id': 'where such a comment stands',
  'council.founder_id': 'that it was founded',
  'help_answer.author_id': 'an answer to another, of a former member',
  'invitation.invited_by_id': 'of whom they had invited as a moderator',
  'meeting.chair_id': 'who last chaired a meeting of the council',
  'meeting_note.author_id': 'the council’s, noted by a former member',
  'membership.account_id': 'an ended seat: what was said until then is still heard',
  'notification.actor_id': 'others’ notices: a former member did something',
  'rehearsal.peer_id': 'a former member played the employer',
  'rehearsal_line.author_id': 'said by a former member in another’s rehearsal',
  'rehearsal_line.peer_id': 'said by its rehearsal',
  'rehearsal_note.author_id': 'lies open in another’s rehearsal',
  'rehearsal_note.peer_id': 'said by its rehearsal',
  'sealed_counter.author_id': 'frozen in a revealed round',
  'share.reader_id': 'others’ shares to nobody',
  'suggestion.starter_id': 'words suggested for another’s text',
  'thread.resolved_by_id': 'in another’s conversation',
  'thread.starter_id': 'in another’s conversation',
  'view_log.reader_id': 'the owner’s log of who opened',
};

describe('an account that ends', () => {
  let stage: Stage;
  let owen: Person;
  let nell: Person;
  let taken: Archive;
  let files: TakenFile[];
  beforeAll(async () => {
    stage = await createStage();
    owen = stage.people.owner;
    nell = stage.neighbour.owner;
    const { missionId, offerId } = stage.neighbour.things;
    const { councilId } = stage.owen.things;
    const levels = {
      company: 'hidden',
      pay: 'exact',
      equity: 'exact',
      benefits: 'exact',
      dates: 'exact',
      notes: 'exact',
    } as const;
    for (const itemId of [missionId, offerId])
      await nell.api.share.set.mutate({ itemId, councilId, readerId: owen.id, levels, expiresAt: inDays(5).toISOString() });
    await owen.api.offer.open.mutate({ offerId });
    const said = { itemId: missionId, blockId: 'statement', label: 'Statement', text: 'told by Owen’s hand', mentions: [] };
    await owen.api.thread.start.mutate(said);
  }, 180_000);
  afterAll(() => stage.world.close());

  it('is told before what goes, what stays and what becomes of each council', async () => {
    const { counts, seats } = await owen.api.departure.outlook.query();
    expect(counts).toMatchObject({
      opportunities: 3,
      offers: 3,
      negotiations: 2,
      debriefs: 2,
      comments: 1,
      notes: 1,
      openings: 1,
    });
    expect(seats).toEqual([{ name: 'owen-council-name', others: 5, chairs: false, successor: 'Mona Wandermark', alone: false }]);
    const mona = await stage.people.moderator.api.departure.outlook.query();
    expect(mona.seats).toMatchObject([{ chairs: true, successor: 'Owen Wandermark' }]);
  });

  it('does not end for who does not know the password', async () => {
    expect((await end(owen, 'not the password')).body).toContain('This is not your password.');
    expect((await end(stage.people.anonymous)).status).toBe(401);
    expect(await owen.api.identity.me.query()).toMatchObject({ displayName: 'Owen Wandermark' });
  });

  it('is gone from every table but where its reason is written down, and no old copy of the database opens', async () => {
    const { world } = stage;
    const marks = [...stage.owen.marks.secret, ...stage.owen.marks.shared].filter((word) => word.startsWith('owen-'));
    const bytes = await copyBytes(world.adminUrl);
    const readBefore = wordsRead(bytes, await copyKeys(world.adminUrl, world.keys), marks);
    expect(readBefore.length).toBeGreaterThan(20);
    const wrapped = await world.client.sealingKey.findUniqueOrThrow({ where: { ownerId: owen.id } });
    taken = await takeArchive(owen);
    files = await takeFiles(owen, taken);
    const elsewhere = await follow(owen.twin());
    const ben = await follow(nell);

    expect((await end(owen)).status).toBe(200);

    await elsewhere.until((one) => one.ended() !== null);
    await ben.until(({ news }) => news.some(({ everything }) => everything));
    await ben.stop();
    const traces = await tracesOf(world.adminUrl, owen.id);
    expect(Object.keys(traces).filter((place) => !(place in stays))).toEqual([]);
    expect(traces).toMatchObject({ 'comment.author_id': 1, 'membership.account_id': 1, 'view_log.reader_id': 1 });
    expect(wordsRead(bytes, await copyKeys(world.adminUrl, world.keys), marks)).toEqual([]);
    const keys = await world.client.sealingKey.findMany();
    expect(keys.some((key) => Buffer.from(key.wrapped).equals(Buffer.from(wrapped.wrapped)))).toBe(false);
    for (const thing of ['opportunityId', 'missionId', 'offerId', 'negotiationId', 'debriefId', 'roundId'] as const)
      expect(await world.client.item.count({ where: { id: stage.owen.things[thing] } })).toBe(0);
  });

  it('comes back in another Parley from the archive that was taken, equal to what it was', async () => {
    const other = await createWorld();
    const owner = await other.person('Owen again');
    const answer = await bringArchive(owner, JSON.stringify(taken));
    expect(answer.status).toBe(200);
    await bringFiles(owner, answer.body, files);
    const archive = await takeArchive(owner);
    const back = archive.tables;
    expect(files.length).toBeGreaterThan(0);
    const bytes = (all: TakenFile[]) => all.map(({ name, bytes: held }) => [name, Buffer.from(held).toString('base64')]);
    expect(bytes(await takeFiles(owner, archive))).toEqual(bytes(files));
    const whole = ['item', 'opportunity', 'stage_change', 'mission', 'offer', 'offer_version', 'negotiation', 'walk_away', 'ask'];
    const more = [
      'objection',
      'move',
      'evidence',
      'term',
      'outcome',
      'round',
      'debrief',
      'proof',
      'hunt',
      'gratitude',
      'commitment',
    ];
    const told = (tables: ArchiveTables) =>
      withoutIds(Object.fromEntries([...whole, ...more].map((name) => [name, tables[name] ?? []])));
    expect(told(back)).toEqual(told(taken.tables));
    expect(other.faults).toEqual([]);
    await other.close();
  });

  it('is a former member to others, whose own things are whole', async () => {
    const threads = await nell.api.thread.list.query({ itemId: stage.neighbour.things.missionId });
    expect(JSON.stringify(threads)).toContain('told by Owen’s hand');
    expect(JSON.stringify(threads)).toContain('A former member');
    expect(JSON.stringify(threads)).not.toContain('Owen Wandermark');
    const log = await nell.api.offer.log.query({ offerId: stage.neighbour.things.offerId });
    expect(JSON.stringify(log)).toContain('A former member');
    const page = await nell.post('council.page', { councilId: stage.owen.things.councilId });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('Owen');
    for (const path of ['today.page', 'today.notices', 'share.mine', 'help.list', 'meeting.page', 'checklist.list'])
      expect((await nell.post(path, { councilId: stage.owen.things.councilId })).status, path).toBe(200);
    expect(stage.world.faults).toEqual([]);
  });

  it('is signed in nowhere, and its address is free for a new account that has nothing of it', async () => {
    expect((await owen.post('identity.me', undefined)).status).toBe(401);
    const again = stage.world.anonymous();
    const place = { timeZone: 'Europe/Vienna', locale: 'en-GB', currency: 'EUR' };
    const signIn = () => again.post('identity.signIn', { email: owen.email, password: testPassword });
    expect((await signIn()).status).toBe(400);
    await again.api.identity.signUp.mutate({ email: owen.email, displayName: 'Owen', password: testPassword, ...place });
    expect((await signIn()).status).toBe(200);
    expect((await again.api.identity.me.query()).id).not.toBe(owen.id);
    expect(await again.api.opportunity.list.query()).toEqual([]);
  });
});

describe('what becomes of a council', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const seatIn = (councilId: string, person: Person) =>
    world.client.membership.findUnique({ where: { councilId_accountId: { councilId, accountId: person.id } } });

  it('the chair passes to who has sat there longest, who is told', async () => {
    const [chair, first, second] = [await world.person('Chair'), await world.person('First'), await world.person('Second')];
    const councilId = await world.council('Goes on', [chair, first, second]);
    await end(chair);
    expect(await seatIn(councilId, first)).toMatchObject({ role: 'moderator', state: 'active' });
    expect(await seatIn(councilId, second)).toMatchObject({ role: 'member', state: 'active' });
    expect(JSON.stringify(await first.api.today.notices.query())).toContain('left');
    await first.api.invitation.create.mutate({ councilId, email: 'new@example.org' });
  });

  it('closes with the last one, and is deleted with its key where nobody else ever sat', async () => {
    const [last, gone] = [await world.person('Last'), await world.person('Gone')];
    const closed = await world.council('Closes', [last, gone]);
    await gone.api.council.leave.mutate({ councilId: closed });
    const alone = await world.council('Alone', [last]);
    await end(last);
    expect(await world.client.council.findUnique({ where: { id: closed } })).toMatchObject({ closedAt: expect.any(Date) });
    expect(await world.client.council.count({ where: { id: alone } })).toBe(0);
    expect(await world.client.sealingKey.count({ where: { ownerId: alone } })).toBe(0);
  });

  it('one press or three at once end it once', async () => {
    const [eva, other] = [await world.person('Eva'), await world.person('Other')];
    await world.council('Both', [eva, other]);
    const answers = await Promise.all([1, 2, 3].map(() => end(eva.twin())));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    for (const { status, body } of answers) if (status !== 200) expect(codeOf(body)).toBe('UNAUTHORIZED');
    expect((await world.client.notification.findMany({ where: { recipientId: other.id, kind: 'left' } })).length).toBe(1);
    expect(world.faults).toEqual([]);
  });
});

it('what was sealed in a revealed round stays as numbers without the name; what was not revealed goes', async () => {
  const table = await createTable();
  const { ana, ben, cara, dan, world } = table;
  const unnamed = await table.opened([ben, cara, dan], { named: false });
  for (const [person, base] of [
    [ben, 11_000_000],
    [cara, 12_000_000],
    [dan, 16_000_000],
  ] as const)
    await person.api.round.seal.mutate({ roundId: unnamed, counter: baseCounter(base, `${base} it is`) });
  await table.reveal(unnamed).catch(() => undefined);
  const open = await table.opened([ben, cara, dan]);
  await dan.api.round.seal.mutate({ roundId: open, counter: baseCounter(15_555_000, 'Not yet shown') });
  const due = await table.opened([ben, cara, dan], { deadlineAt: inDays(1).toISOString() });
  for (const person of [cara, dan])
    await person.api.round.seal.mutate({ roundId: due, counter: baseCounter(14_000_000, 'In time') });
  await table.pass(due);
  const before = (await ana.post('round.get', { roundId: unnamed })).body;
  // what stood at a deadline stands, also where the clock has not looked since
  expect(await dan.api.departure.outlook.query()).toMatchObject({ counts: { countersKept: 2, countersGone: 1 } });
  await end(dan);
  expect(await world.client.sealedCounter.count({ where: { roundId: due, frozen: true } })).toBe(2);
  const after = (await ana.post('round.get', { roundId: unnamed })).body;
  const stage = (body: string) => JSON.parse(body).result.data.stage;
  expect(stage(after)).toMatchObject({ state: 'revealed', summary: { count: 3, components: [{ median: 12_000_000 }] } });
  expect(stage(after)).toEqual(stage(before));
  expect(await world.client.sealedCounter.count({ where: { roundId: open } })).toBe(0);
  expect(await world.client.asked.count({ where: { roundId: open } })).toBe(3);
  expect(world.faults).toEqual([]);
  await world.close();
});

import { randomUUID } from 'node:crypto';
import { asUser } from '@parley/db/as-user';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../support/table.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

/** Ana's mission is read by Ben and Cara, who sit at one table, and by Eve, who sits at another. */
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let eve: Person;
let table: string;
let other: string;
let missionId: string;
let rev: number;
const statement = 'Make payments so dependable that nobody talks about them.';

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara, eve] = [
    await world.person('Ana'),
    await world.person('Ben'),
    await world.person('Cara'),
    await world.person('Eve'),
  ];
  table = await world.council('Thursday table', [ana, ben, cara]);
  other = await world.council('Other table', [ana, eve]);
});
afterAll(() => world.close());

beforeEach(async () => {
  const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: '', stage: 'lead' as const, on: '2026-11-20' };
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  missionId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
  rev = 1;
  await write(statement);
  for (const councilId of [table, other])
    await ana.api.share.set.mutate({
      itemId: missionId,
      councilId,
      readerId: null,
      levels: wholeLevels('hidden'),
      expiresAt: null,
    });
});

async function write(text: string) {
  const { document } = await ana.api.mission.get.query({ missionId });
  rev = (await ana.api.mission.save.mutate({ missionId, rev, document: { ...document, statement: text } })).rev;
}
const now = async () => {
  const mission = await ana.api.mission.get.query({ missionId });
  rev = mission.rev;
  return mission.document.statement;
};

function input(quote: string, words: string, of = statement) {
  const start = of.indexOf(quote);
  const place = { itemId: missionId, blockId: 'statement', label: 'Statement', mentions: [] };
  return { ...place, quote: { of, start, end: start + quote.length }, words, text: '' };
}
const suggest = (who: Person, quote: string, words: string, of?: string) =>
  who.api.suggestion.make.mutate(input(quote, words, of));
const accept = (threadId: string, seen: string, words: string) => ana.post('suggestion.accept', { threadId, seen, words });
const threads = async (who: Person) => (await who.api.thread.list.query({ itemId: missionId })).threads;

describe('a suggestion', () => {
  it('is other words for a quote, with a reason or none; its owner is told once', async () => {
    const { threadId, told } = await ben.api.suggestion.make.mutate({ ...input('so dependable', 'dull'), text: 'Shorter' });
    expect(told).toEqual([ana.id]);
    const [thread] = await threads(cara);
    expect(thread).toMatchObject({
      threadId,
      starterId: ben.id,
      resolvedAt: null,
      suggestion: { state: 'open', words: 'dull', taken: null },
    });
    expect(thread?.comments.map(({ text }) => text)).toEqual(['Shorter']);
    const { notices } = await ana.api.today.notices.query();
    expect(notices.filter((one) => one.threadId === threadId).map(({ kind }) => kind)).toEqual(['suggested']);
    expect(await now()).toBe(statement);
  });

  it('that is accepted makes a version in the name of who suggested it, and settles the conversation', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull');
    expect((await accept(threadId, 'so dependable', 'dull')).status).toBe(200);
    expect(await now()).toBe('Make payments dull that nobody talks about them.');
    const [version] = await cara.api.mission.versions.query({ missionId });
    expect(version).toMatchObject({
      why: 'accepted',
      byName: 'Ben',
      document: { statement: 'Make payments dull that nobody talks about them.' },
    });
    const [thread] = await threads(ben);
    expect(thread).toMatchObject({ resolvedById: ana.id, suggestion: { state: 'accepted', taken: 'dull' } });
    const { notices } = await ben.api.today.notices.query();
    expect(notices.filter((one) => one.threadId === threadId).map(({ kind }) => kind)).toEqual(['suggestionAnswered']);
  });

  it('is edited before it is accepted, and shows both', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull');
    await accept(threadId, 'so dependable', 'boring enough');
    expect(await now()).toBe('Make payments boring enough that nobody talks about them.');
    expect((await threads(ben))[0]?.suggestion).toEqual({ state: 'accepted', words: 'dull', taken: 'boring enough' });
  });

  it('is declined with a word or none, and the text stays', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull');
    await ana.api.suggestion.decline.mutate({ threadId, text: 'It is their word.' });
    const [thread] = await threads(ben);
    expect(thread?.suggestion).toEqual({ state: 'declined', words: 'dull', taken: null });
    expect(thread?.comments.map(({ text }) => text)).toEqual(['', 'It is their word.']);
    expect(thread?.resolvedAt).not.toBeNull();
    const second = await suggest(cara, 'nobody', 'no customer');
    await ana.api.suggestion.decline.mutate({ threadId: second.threadId, text: ' ' });
    expect((await threads(cara)).at(-1)?.comments).toHaveLength(1);
    expect(await now()).toBe(statement);
  });

  it('is answered once, and not while its conversation is resolved', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull');
    await ben.api.thread.resolve.mutate({ threadId });
    expect((await accept(threadId, 'so dependable', 'dull')).body).toContain('Reopen it first');
    await ben.api.thread.reopen.mutate({ threadId });
    await accept(threadId, 'so dependable', 'dull');
    expect((await accept(threadId, 'so dependable', 'dull')).status).toBe(403);
    expect((await ana.post('suggestion.decline', { threadId, text: '' })).body).toContain('accepted this already');
  });

  it('is accepted once when the button is pressed twice', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull');
    const headers = { 'x-parley-key': randomUUID().replaceAll('-', '') };
    const press = () => ana.post('suggestion.accept', { threadId, seen: 'so dependable', words: 'dull' }, headers);
    const [one, two] = await Promise.all([press(), press()]);
    expect(two.body).toBe(one.body);
    const versions = await ana.api.mission.versions.query({ missionId });
    expect(versions.filter(({ why }) => why === 'accepted')).toHaveLength(1);
  });

  it('leaves a line that keeps its rules: what is too long or breaks the line is refused beside the words', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull');
    const long = await accept(threadId, 'so dependable', 'x'.repeat(601));
    expect([codeOf(long.body), await now()]).toEqual(['BAD_REQUEST', statement]);
    expect(long.body).toContain('"words"');
  });
});

describe('several at once', () => {
  const wanted = 'Make invoices dull that no customer talks about it.';
  const all = [
    ['payments', 'invoices'],
    ['so dependable', 'dull'],
    ['nobody', 'no customer'],
    ['about them', 'about it'],
  ] as const;

  it('on one line are accepted in any order, the last one first too', async () => {
    const made = await Promise.all(
      all.map(async ([quote, words], at) => ({ quote, words, ...(await suggest(at % 2 ? ben : cara, quote, words)) })),
    );
    for (const { threadId, quote, words } of made.toReversed()) expect((await accept(threadId, quote, words)).status).toBe(200);
    expect(await now()).toBe(wanted);
    const versions = await ana.api.mission.versions.query({ missionId });
    expect(versions.filter(({ why }) => why === 'accepted').map(({ byName }) => byName)).toEqual(['Cara', 'Ben', 'Cara', 'Ben']);
  });

  it('that are accepted in the same moment all stand', async () => {
    const made = await Promise.all(all.map(async ([quote, words]) => ({ quote, words, ...(await suggest(ben, quote, words)) })));
    const answers = await Promise.all(made.map(({ threadId, quote, words }) => accept(threadId, quote, words)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await now()).toBe(wanted);
  });

  it('an edit above leaves it where it was; one inside it asks again; one that takes the words away says so', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull');
    await write(`In two years: ${statement}`);
    await write(`In two years: ${statement.replace('so dependable', 'so very dependable')}`);
    expect(codeOf((await accept(threadId, 'so dependable', 'dull')).body)).toBe('CONFLICT');
    expect((await accept(threadId, 'so very dependable', 'dull')).status).toBe(200);
    expect(await now()).toBe('In two years: Make payments dull that nobody talks about them.');
    const lost = await suggest(ben, 'nobody talks', 'no one speaks', await now());
    await write('Payments that work.');
    expect(codeOf((await accept(lost.threadId, 'nobody talks', 'no one speaks')).body)).toBe('CONFLICT');
    expect(await now()).toBe('Payments that work.');
    expect((await ana.post('suggestion.decline', { threadId: lost.threadId, text: '' })).status).toBe(200);
  });

  it('accept and edit in the same moment: the edit is refused with what stands now, or the words are put into it', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await now();
      await write(statement);
      const { threadId } = await suggest(ben, 'so dependable', 'dull');
      const { document } = await ana.api.mission.get.query({ missionId });
      const edited = { ...document, statement: `Now: ${statement}` };
      const [taken, saved] = await Promise.all([
        accept(threadId, 'so dependable', 'dull'),
        ana.post('mission.save', { missionId, rev, document: edited }),
      ]);
      expect(taken.status).toBe(200);
      const text = 'Make payments dull that nobody talks about them.';
      expect(await now()).toBe(saved.status === 200 ? `Now: ${text}` : text);
      if (saved.status !== 200) expect(saved.body).toContain(text);
    }
  });
});

describe('who sees a suggestion', () => {
  it('is the owner and who hears the one that made it; the credit names nobody to who does not know them', async () => {
    const { threadId } = await suggest(eve, 'so dependable', 'dull-by-eve');
    expect(await threads(ben)).toEqual([]);
    expect((await ben.post('thread.list', { itemId: missionId })).body).not.toContain('dull-by-eve');
    await accept(threadId, 'so dependable', 'dull');
    const [seen] = await ben.api.mission.versions.query({ missionId });
    expect(seen).toMatchObject({ why: 'saved', byName: null });
    expect((await eve.api.mission.versions.query({ missionId }))[0]).toMatchObject({ why: 'accepted', byName: 'Eve' });
    expect((await ben.post('mission.versions', { missionId })).body).not.toContain(eve.id);
  });

  it('is answered by the owner alone, also past the API', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull');
    for (const who of [ben, cara]) {
      expect((await who.post('suggestion.accept', { threadId, seen: 'so dependable', words: 'dull' })).status).toBe(403);
      expect((await who.post('suggestion.decline', { threadId, text: '' })).status).toBe(403);
    }
    const forged = await asUser(world.client, ben.id, (db) =>
      db.suggestion.updateMany({ where: { threadId }, data: { state: 'accepted' } }),
    );
    expect(forged.count).toBe(0);
    const sealed = Buffer.from('x');
    const { threadId: talk } = await ana.api.thread.start.mutate({
      itemId: missionId,
      blockId: 'item',
      label: 'Mission',
      text: 'x',
      mentions: [],
    });
    await expect(
      asUser(world.client, ben.id, (db) => db.suggestion.create({ data: { threadId: talk, sealed } })),
    ).rejects.toThrow();
  });

  it('is nobody once the mission is taken back, and what it says is sealed', async () => {
    const { threadId } = await suggest(ben, 'so dependable', 'dull-mark');
    await now();
    await ana.api.mission.setState.mutate({ missionId, rev, state: 'private' });
    expect((await ben.post('thread.list', { itemId: missionId })).status).toBe(404);
    expect((await ben.post('suggestion.make', input('nobody', 'no one'))).status).toBe(404);
    const row = await world.client.suggestion.findUniqueOrThrow({ where: { threadId } });
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('dull-mark');
    expect((await threads(ana))[0]?.suggestion?.words).toBe('dull-mark');
  });
});

it('a conversation on a version that was restored away stays listed with its words, and finds them again when they come back', async () => {
  await now();
  const first = await ana.api.mission.keep.mutate({ missionId, rev, word: '' });
  await write('Payments that work on every day of the year.');
  const later = await ana.api.mission.keep.mutate({ missionId, rev, word: '' });
  const { threadId } = await suggest(ben, 'every day', 'each day', 'Payments that work on every day of the year.');
  rev = (await ana.api.mission.restore.mutate({ missionId, rev, versionId: first.versionId })).rev;
  const [thread] = await threads(ben);
  expect(thread).toMatchObject({ threadId, resolvedAt: null, quote: { of: 'Payments that work on every day of the year.' } });
  expect(codeOf((await accept(threadId, 'every day', 'each day')).body)).toBe('CONFLICT');
  rev = (await ana.api.mission.restore.mutate({ missionId, rev, versionId: later.versionId })).rev;
  expect((await accept(threadId, 'every day', 'each day')).status).toBe(200);
  expect(await now()).toBe('Payments that work on each day of the year.');
});

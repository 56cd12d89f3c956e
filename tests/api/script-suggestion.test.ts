import { randomUUID } from 'node:crypto';
import { newId } from '@parley/db/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openTable, type Seats, seatCouncil, shareAll, type Table } from '../support/table.ts';
import type { Person } from '../support/world.ts';

/** Ana's script is read by Ben and Cara; Dora is a stranger. */
let seats: Seats;
let ana: Person;
let ben: Person;
let cara: Person;
let dora: Person;
let table: Table;
let scriptId: string;
const text = 'Thank you.\n\nI ask for {target}, because [reason].\nIs there a range?';
const slots = [{ name: 'reason', value: 'of nine cities' }];

beforeAll(async () => {
  seats = await seatCouncil();
  ({ ana, ben, cara, dora } = seats);
});
afterAll(() => seats.world.close());
beforeEach(async () => {
  table = await openTable(ana);
  scriptId = newId();
  await write(text);
  await shareAll(seats, ana, table.negotiationId);
});

const get = (who = ana) => who.api.negotiation.get.query({ negotiationId: table.negotiationId });
const now = async () => (await get()).plan.scripts.find(({ id }) => id === scriptId)?.text;
const versions = () => ana.api.script.versions.query({ negotiationId: table.negotiationId });
const threads = async (who: Person) => (await who.api.thread.list.query({ itemId: table.negotiationId })).threads;

async function write(words: string) {
  const { rev, plan } = await get();
  const script = { id: scriptId, name: 'First call', text: words, slots, cites: null };
  const next = { ...plan, target: { base: 9_876_500, total: null }, scripts: [script] };
  await ana.api.negotiation.save.mutate({ negotiationId: table.negotiationId, rev, plan: next });
}

function input(quote: string, words: string, of = text) {
  const start = of.indexOf(quote);
  const place = { itemId: table.negotiationId, blockId: scriptId, label: 'First call', mentions: [] };
  return { ...place, quote: { of, start, end: start + quote.length }, words, text: '' };
}
const suggest = (who: Person, quote: string, words: string) => who.api.suggestion.make.mutate(input(quote, words));
const accept = (threadId: string, seen: string, words: string) => ana.post('suggestion.accept', { threadId, seen, words });

describe('a suggestion for a script', () => {
  it('that is accepted stands in it and makes a version in the name of who suggested it', async () => {
    const { threadId } = await suggest(ben, 'I ask for', 'I would ask for');
    expect((await accept(threadId, 'I ask for', 'I would ask for')).status).toBe(200);
    expect(await now()).toBe(text.replace('I ask', 'I would ask'));
    expect((await get()).plan.target.base).toBe(9_876_500);
    const [newest, before] = await versions();
    expect(newest).toMatchObject({ why: 'accepted', byName: 'Ben', text: await now(), slots });
    expect(before).toMatchObject({ why: 'shared', byName: null, text });
    const [thread] = await threads(cara);
    expect(thread).toMatchObject({ resolvedById: ana.id, suggestion: { state: 'accepted', taken: 'I would ask for' } });
    const { notices } = await ben.api.today.notices.query();
    expect(notices.filter((one) => one.threadId === threadId).map(({ kind }) => kind)).toEqual(['suggestionAnswered']);
  });

  it('is edited before it is accepted, and another declined with a word', async () => {
    const first = await suggest(ben, 'a range', 'a band');
    const second = await suggest(cara, 'Thank you.', 'Hello.');
    await accept(first.threadId, 'a range', 'some room');
    await ana.api.suggestion.decline.mutate({ threadId: second.threadId, text: 'Too short.' });
    expect(await now()).toBe(text.replace('a range', 'some room'));
    const shown = await threads(ben);
    expect(shown.map(({ suggestion }) => suggestion)).toEqual([
      { state: 'accepted', words: 'a band', taken: 'some room' },
      { state: 'declined', words: 'Hello.', taken: null },
    ]);
    expect(shown[1]?.comments.at(-1)?.text).toBe('Too short.');
  });

  it('of mine is accepted without a credit', async () => {
    const { threadId } = await suggest(ana, 'a range', 'a band');
    await accept(threadId, 'a range', 'a band');
    expect((await versions())[0]).toMatchObject({ why: 'accepted', byName: null });
  });

  it('keeps what stood when no version says it: a slot that goes takes what was filled in with it', async () => {
    await write(`${text} Yes?`);
    const { threadId } = await suggest(ben, 'because [reason]', 'as we said');
    await accept(threadId, 'because [reason]', 'as we said');
    expect((await get()).plan.scripts[0]?.slots).toEqual([]);
    expect((await versions()).map((one) => [one.why, one.slots])).toEqual([
      ['accepted', []],
      ['saved', slots],
      ['shared', slots],
    ]);
  });

  it('is accepted once when the button is pressed twice, and answered once', async () => {
    const { threadId } = await suggest(ben, 'a range', 'a band');
    const headers = { 'x-parley-key': randomUUID().replaceAll('-', '') };
    const press = () => ana.post('suggestion.accept', { threadId, seen: 'a range', words: 'a band' }, headers);
    const [one, two] = await Promise.all([press(), press()]);
    expect([one.status, two.body]).toEqual([200, one.body]);
    expect((await versions()).filter(({ why }) => why === 'accepted')).toHaveLength(1);
    expect((await accept(threadId, 'a band', 'x')).status).toBe(403);
    expect(await now()).toBe(text.replace('a range', 'a band'));
  });

  it('leaves a script that keeps its rules', async () => {
    await write(`${text}\n${'x'.repeat(5900)}`);
    const { threadId } = await suggest(ben, 'a range', 'a band');
    const long = await accept(threadId, 'a range', 'y'.repeat(1900));
    expect([codeOf(long.body), long.body.includes('"words"')]).toEqual(['BAD_REQUEST', true]);
    expect(await now()).toContain('a range');
  });
});

describe('several at once, and text that changes', () => {
  const all = [
    ['I ask for', 'I would ask for'],
    [', because', ', given that'],
    ['a range', 'a band'],
  ] as const;

  it('are accepted in any order, also in the same moment', async () => {
    const made = await Promise.all(all.map(async ([quote, words]) => ({ quote, words, ...(await suggest(ben, quote, words)) })));
    const [first, second, last] = made.toReversed();
    if (!first || !second || !last) throw new Error('Three were made.');
    expect((await accept(first.threadId, first.quote, first.words)).status).toBe(200);
    const answers = await Promise.all([second, last].map(({ threadId, quote, words }) => accept(threadId, quote, words)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await now()).toBe(all.reduce((told, [quote, words]) => told.replace(quote, words), text));
  });

  it('are refused where the words are others than those seen, or gone, or the script is', async () => {
    const { threadId } = await suggest(ben, 'a range', 'a band');
    await write(text.replace('a range', 'a good range'));
    expect(codeOf((await accept(threadId, 'a range', 'a band')).body)).toBe('CONFLICT');
    await write('Something else altogether.');
    expect(codeOf((await accept(threadId, 'a range', 'a band')).body)).toBe('CONFLICT');
    scriptId = newId();
    await write(text);
    expect(codeOf((await accept(threadId, 'a range', 'a band')).body)).toBe('CONFLICT');
    expect(await now()).toBe(text);
    expect((await ana.post('suggestion.decline', { threadId, text: '' })).status).toBe(200);
  });

  it('an edit of an older revision is refused with what was accepted', async () => {
    const { rev, plan } = await get();
    const { threadId } = await suggest(ben, 'a range', 'a band');
    await accept(threadId, 'a range', 'a band');
    const late = await ana.post('negotiation.save', { negotiationId: table.negotiationId, rev, plan });
    expect([codeOf(late.body), late.body.includes('a band')]).toEqual(['CONFLICT', true]);
  });
});

it('is made by readers, answered by the owner alone, and shows the figures of the plan to nobody', async () => {
  const { threadId } = await suggest(ben, 'I ask for {target}', 'I would ask for {target}');
  const answer = { threadId, seen: 'I ask for {target}', words: 'I would ask for {target}' };
  for (const [who, status] of [
    [ben, 403],
    [cara, 403],
    [dora, 404],
  ] as const) {
    expect((await who.post('suggestion.accept', answer)).status).toBe(status);
    expect((await who.post('suggestion.decline', { threadId, text: '' })).status).toBe(status);
  }
  expect((await dora.post('suggestion.make', input('a range', 'a band'))).status).toBe(404);
  expect((await accept(threadId, answer.seen, answer.words)).status).toBe(200);
  const heard = (await cara.post('thread.list', { itemId: table.negotiationId })).body;
  expect(heard).not.toMatch(/98[.,]?765|9876500/);
  expect((await ben.post('script.versions', { negotiationId: table.negotiationId })).status).toBe(403);
  const { shares } = await ana.api.share.get.query({ itemId: table.negotiationId });
  await ana.api.share.revoke.mutate({ shareId: shares[0]?.shareId ?? '' });
  expect((await ben.post('suggestion.make', input('a range', 'a band'))).status).toBe(404);
});

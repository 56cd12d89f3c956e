import { emptyPackage } from '@parley/domain/negotiation/package';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, moveOf, openTable, type Seats, seatCouncil, shareAll, type Table } from '../support/table.ts';
import type { Person } from '../support/world.ts';

let seats: Seats;
let ana: Person;
let ben: Person;
let table: Table;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ ana, ben } = seats);
});
afterAll(() => seats.world.close());
beforeEach(async () => {
  table = await openTable(ana);
  await shareAll(seats, ana, table.negotiationId);
});

const at = '2026-05-03T09:00:00.000Z';
const get = (person: Person) => person.api.negotiation.get.query({ negotiationId: table.negotiationId });
const theirs = (base: number, more: object = {}) => ({ ...moveOf(at, 'employer', base), ...more });
const add = (move: ReturnType<typeof theirs>) => ana.api.move.add.mutate({ negotiationId: table.negotiationId, move });
const refusal = (body: string): string => JSON.parse(body).error?.message;

/** A base that they agreed to in a call, a term that rests on the ledger. */
async function agreeOnBase(minor: number) {
  const value = { kind: 'money' as const, minor, currency: 'EUR' };
  const term = { component: 'base' as const, name: '', value };
  const { termId } = await ana.api.term.create.mutate({ negotiationId: table.negotiationId, term });
  const spoken = { who: 'Mr Lind', on: '2026-05-03', words: '' };
  await ana.api.term.mark.mutate({ termId, rev: 1, step: { to: 'agreed', value, spoken } });
  return termId;
}

describe('a corrected move', () => {
  it('shows its readers what it said before, as often as it was corrected', async () => {
    const { moveId } = await add(theirs(9_000_000));
    await ana.api.move.save.mutate({ moveId, rev: 1, move: theirs(9_100_000) });
    await ana.api.move.save.mutate({ moveId, rev: 2, move: theirs(9_100_000, { words: 'not quite so' }) });
    for (const person of [ana, ben])
      expect((await get(person)).moves[0]).toMatchObject({
        rev: 3,
        package: { base: 9_100_000 },
        earlier: [{ was: { package: { base: 9_000_000 }, words: 'exactly so' } }, { was: { words: 'exactly so' } }],
      });
  });
  it('keeps from a later reader what was corrected before they could read it', async () => {
    const { moveId } = await add(theirs(9_000_000, { words: 'my floor is 88' }));
    await ana.api.move.save.mutate({ moveId, rev: 1, move: theirs(9_100_000) });
    const { shares } = await ana.api.share.get.query({ itemId: table.negotiationId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    await shareAll(seats, ana, table.negotiationId);
    await ana.api.move.save.mutate({ moveId, rev: 2, move: theirs(9_200_000) });
    expect((await get(ben)).moves[0]).toMatchObject({ earlier: [{ was: { package: { base: 9_100_000 } } }] });
    expect((await ben.post('negotiation.get', { negotiationId: table.negotiationId })).body).not.toContain('my floor');
    expect((await get(ana)).moves[0]?.earlier).toHaveLength(2);
  });
  it('that was written down in a call and is completed has nothing to show', async () => {
    const { moveId } = await add(theirs(9_000_000, { words: '', firmness: 'unclear' }));
    const { earlier } =
      (await ana.api.move.save.mutate({ moveId, rev: 1, move: theirs(9_000_000) }), (await get(ben)).moves[0]) ?? {};
    expect(earlier).toEqual([]);
  });
  it('carries no wording that somebody else made up', async () => {
    const { moveId } = await add(theirs(9_000_000));
    const forged = { ...theirs(9_100_000), earlier: [] };
    expect((await ana.post('move.save', { moveId, rev: 1, move: forged })).status).toBe(400);
    expect((await ben.post('move.save', { moveId, rev: 1, move: theirs(1) })).status).not.toBe(200);
    expect((await get(ana)).moves[0]).toMatchObject({ rev: 1, earlier: [] });
  });
});

describe('a removed move', () => {
  it('leaves a line for its readers, and nothing of what it said', async () => {
    const { moveId } = await add(theirs(9_000_000));
    await ana.api.move.save.mutate({ moveId, rev: 1, move: theirs(9_100_000) });
    await ana.api.move.remove.mutate({ moveId });
    for (const person of [ana, ben]) {
      const seen = await get(person);
      expect(seen).toMatchObject({ moves: [], removed: [{ moveId, at }], ledger: { steps: [], turn: { state: 'not-begun' } } });
      expect(JSON.stringify(seen)).not.toMatch(/exactly so|9000000|9100000/);
    }
    for (const path of ['move.remove', 'move.save'])
      expect(codeOf((await ana.post(path, path === 'move.save' ? { moveId, rev: 3, move: theirs(1) } : { moveId })).body)).toBe(
        'NOT_FOUND',
      );
  });
});

describe('what rests on a move', () => {
  it('keeps its figure while a term that was agreed says the same', async () => {
    const { moveId } = await add(theirs(9_000_000));
    const termId = await agreeOnBase(9_000_000);
    for (const [path, input] of [
      ['move.save', { moveId, rev: 1, move: theirs(9_100_000) }],
      ['move.remove', { moveId }],
    ] as const) {
      const answer = await ana.post(path, input);
      expect([codeOf(answer.body), refusal(answer.body)]).toEqual(['FORBIDDEN', expect.stringContaining('“Base” was agreed')]);
    }
    await ana.api.move.save.mutate({ moveId, rev: 1, move: theirs(9_000_000, { words: 'ninety, he said' }) });
    await ana.api.term.mark.mutate({ termId, rev: 2, step: { to: 'dropped' } });
    await ana.api.move.save.mutate({ moveId, rev: 2, move: theirs(9_100_000) });
  });
  it('keeps its figures once the offer was accepted, until that is taken back', async () => {
    const { negotiationId } = table;
    const { moveId } = await add(theirs(9_000_000));
    const outcome = { kind: 'accepted' as const, on: '2026-05-04', package: emptyPackage, words: '', refused: [], reason: null };
    const { rev } = await ana.api.outcome.record.mutate({ negotiationId, outcome });
    expect(codeOf((await ana.post('move.save', { moveId, rev: 1, move: theirs(1) })).body)).toBe('FORBIDDEN');
    expect(codeOf((await ana.post('move.remove', { moveId })).body)).toBe('FORBIDDEN');
    await ana.api.outcome.undo.mutate({ negotiationId, rev });
    await ana.api.move.remove.mutate({ moveId });
  });
});

describe('words of an offer and two packages', () => {
  const clauses = [
    { about: 'title' as const, text: 'Staff Engineer' },
    { about: 'startDate' as const, text: '2027-02-01' },
  ];
  it('are read by the readers of the ledger, worth nothing, and go on into terms and the end', async () => {
    const { negotiationId } = table;
    await add(theirs(9_000_000, { package: { ...emptyPackage, base: 9_000_000, clauses } }));
    const seen = await get(ben);
    expect(seen.moves[0]?.package.clauses).toEqual(clauses);
    expect(seen.ledger.steps[0]).toMatchObject({ value: 36_000_000, standing: { clauses } });
    await ana.api.term.draft.mutate({ negotiationId, keys: ['title', 'startDate'] });
    expect(await ana.api.term.list.query({ negotiationId })).toMatchObject([
      { component: 'title', value: { kind: 'text', text: 'Staff Engineer' } },
      { component: 'startDate', value: { kind: 'date', on: '2027-02-01' } },
    ]);
  });
  it('lie side by side with what each is worth, and the one that they lean to stands', async () => {
    await add(theirs(9_000_000));
    const second = { ...emptyPackage, base: 9_500_000, signOn: 2_000_000 };
    const both = { ...moveOf('2026-05-04T09:00:00.000Z', 'candidate', 10_000_000), second };
    const { moveId } = await add(both);
    await ana.api.move.save.mutate({ moveId, rev: 1, move: { ...both, leaned: 'second' } });
    const { moves, ledger } = await get(ben);
    expect(moves[1]).toMatchObject({ second, leaned: 'second', earlier: [] });
    expect(ledger.steps[1]).toMatchObject({ two: { first: 40_000_000, second: 40_000_000 }, standing: { base: 9_500_000 } });
    expect(
      (await ana.post('move.add', { negotiationId: table.negotiationId, move: { ...both, second: emptyPackage } })).status,
    ).toBe(400);
  });
});

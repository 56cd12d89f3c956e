import { newId } from '@parley/db/id';
import { emptyPackage } from '@parley/domain/negotiation/package';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  askFields,
  codeOf,
  makeOffer,
  moveOf,
  openTable,
  type Seats,
  seatCouncil,
  shareAll,
  type Table,
} from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let table: Table;
let world: World;
let ana: Person;
let ben: Person;
let dora: Person;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, dora } = seats);
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

const get = (person: Person) => person.api.negotiation.get.query({ negotiationId: table.negotiationId });

describe('a negotiation', () => {
  it('begins for an own offer, once, seen by its owner alone, with three objections to start from', async () => {
    const seen = await get(ana);
    expect(seen).toMatchObject({
      rev: 1,
      mine: true,
      offerId: table.offerId,
      asks: [],
      moves: [],
      ledger: { turn: { state: 'not-begun' } },
    });
    expect(seen.objections).toHaveLength(3);
    const again = await ana.post('negotiation.create', { offerId: table.offerId, currency: 'EUR' });
    expect([again.status, codeOf(again.body)]).toEqual([403, 'FORBIDDEN']);
    const others = await ben.post('negotiation.get', { negotiationId: table.negotiationId });
    const nothing = await ben.post('negotiation.get', { negotiationId: newId() });
    expect([others.status, others.body]).toEqual([404, nothing.body]);
  });

  it('is not begun for somebody else’s offer', async () => {
    const { offerId } = await makeOffer(ana);
    expect((await ben.post('negotiation.create', { offerId, currency: 'EUR' })).status).toBe(404);
  });

  it('keeps the plan by revision and answers a stale one with the newer', async () => {
    const { plan } = await get(ana);
    const target = { base: 12_000_000, total: null };
    const input = { negotiationId: table.negotiationId, rev: 1, plan: { ...plan, target } };
    expect((await ana.api.negotiation.save.mutate(input)).rev).toBe(2);
    expect((await get(ana)).plan.target).toEqual(target);
    const stale = await ana.post('negotiation.save', { ...input, plan: { ...plan, horizonYears: 2 } });
    expect(codeOf(stale.body)).toBe('CONFLICT');
    expect(JSON.parse(stale.body).error.data.newer).toMatchObject({ rev: 2, plan: { target } });
  });

  it('keeps one of two plans saved at the same moment', async () => {
    const { plan } = await get(ana);
    const input = (horizonYears: number) => ({ negotiationId: table.negotiationId, rev: 1, plan: { ...plan, horizonYears } });
    const answers = await Promise.all([ana.post('negotiation.save', input(2)), ana.post('negotiation.save', input(3))]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
  });

  it('keeps its currency once amounts are entered', async () => {
    const { plan } = await get(ana);
    await ana.api.ask.create.mutate({ negotiationId: table.negotiationId, ask: askFields });
    const yen = await ana.post('negotiation.save', {
      negotiationId: table.negotiationId,
      rev: 1,
      plan: { ...plan, currency: 'JPY' },
    });
    expect([yen.status, yen.body.includes('already been entered in EUR')]).toEqual([403, true]);
  });

  it('ends with its walk-away', async () => {
    const { negotiationId } = table;
    await ana.api.negotiation.remove.mutate({ negotiationId });
    expect((await ana.post('negotiation.get', { negotiationId })).status).toBe(404);
    expect(await world.client.walkAway.count({ where: { negotiationId } })).toBe(0);
  });
});

describe('what a reader may do', () => {
  it('does not see which checklists the owner works through', async () => {
    const { plan } = await get(ana);
    const own = { ...plan, situations: ['out-of-work' as const], ticks: ['receive-1'] };
    await ana.api.negotiation.save.mutate({ negotiationId: table.negotiationId, rev: 1, plan: own });
    await shareAll(seats, ana, table.negotiationId);
    expect((await get(ana)).plan).toEqual(own);
    expect((await get(ben)).plan).toEqual(plan);
  });

  it('reads everything but the walk-away, and changes nothing', async () => {
    const { negotiationId } = table;
    const ask = await ana.api.ask.create.mutate({ negotiationId, ask: askFields });
    const made = await ana.api.move.add.mutate({ negotiationId, move: moveOf('2026-05-03T09:00:00.000Z', 'candidate', 1) });
    await shareAll(seats, ana, negotiationId);
    const seen = await get(ben);
    expect(seen).toMatchObject({
      mine: false,
      ownerName: 'Ana',
      offerId: null,
      asks: [{ title: 'Base 120' }],
      moves: [{ words: 'exactly so' }],
    });
    const objectionId = seen.objections[0]?.objectionId;
    const objection = { says: 'a', reply: 'b' };
    const writes: [string, object][] = [
      ['negotiation.save', { negotiationId, rev: 1, plan: seen.plan }],
      ['negotiation.remove', { negotiationId }],
      ['walkAway.get', { negotiationId }],
      ['walkAway.set', { negotiationId, rev: 1, walkAway: { base: 1, total: null, leave: null, words: '' } }],
      ['ask.create', { negotiationId, ask: askFields }],
      ['ask.save', { askId: ask.askId, rev: 1, ask: askFields }],
      ['ask.remove', { askId: ask.askId }],
      ['ask.rank', { negotiationId, order: [ask.askId] }],
      ['objection.create', { negotiationId, objection }],
      ['objection.save', { objectionId, rev: 1, objection }],
      ['objection.remove', { objectionId }],
      ['move.add', { negotiationId, move: moveOf('2026-05-03T09:00:00.000Z', 'employer', 1) }],
      ['move.save', { moveId: made.moveId, rev: 1, move: moveOf('2026-05-03T09:00:00.000Z', 'employer', 1) }],
      ['move.remove', { moveId: made.moveId }],
    ];
    const before = await get(ana);
    for (const [path, input] of writes) {
      expect([path, (await ben.post(path, input)).status]).toEqual([path, 403]);
      expect([path, (await dora.post(path, input)).status]).toEqual([path, 404]);
      expect([path, (await world.anonymous().post(path, input)).status]).toEqual([path, 401]);
    }
    expect(await get(ana)).toEqual(before);
  });
});

describe('hostile input', () => {
  const hostile: [string, (at: Table) => object, string][] = [
    ['negotiation.create', ({ offerId }) => ({ offerId, currency: 'XXQ' }), 'currency'],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...askFields, title: 'a\u202eb' } }), 'ask.title'],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...askFields, amount: -1 } }), 'ask.amount'],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...askFields, amount: 0.5 } }), 'ask.amount'],
    [
      'ask.create',
      ({ negotiationId }) => ({ negotiationId, ask: { ...askFields, justification: 'x'.repeat(2001) } }),
      'ask.justification',
    ],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...askFields, fromNeed: null } }), 'ask'],
    ['ask.rank', ({ negotiationId }) => ({ negotiationId, order: Array.from({ length: 41 }, newId) }), 'order'],
    ['move.add', ({ negotiationId }) => ({ negotiationId, move: moveOf('1999-01-01T00:00:00Z', 'employer', 1) }), 'move.at'],
    [
      'move.add',
      ({ negotiationId }) => ({
        negotiationId,
        move: { ...moveOf('2026-05-01T00:00:00Z', 'employer', 1), package: emptyPackage },
      }),
      'move.package',
    ],
    [
      'move.add',
      ({ negotiationId }) => ({ negotiationId, move: { ...moveOf('2026-05-01T00:00:00Z', 'employer', 1), kind: 'accept' } }),
      'move.package',
    ],
    [
      'walkAway.set',
      ({ negotiationId }) => ({ negotiationId, rev: 1, walkAway: { base: 2 ** 53, total: null, leave: null, words: '' } }),
      'walkAway.base',
    ],
    ['objection.create', ({ negotiationId }) => ({ negotiationId, objection: { says: ' ', reply: '' } }), 'objection.says'],
  ];
  it.each(hostile)('%s is refused with its field', async (path, input, field) => {
    const answer = await ana.post(path, input(table));
    expect([answer.status, JSON.parse(answer.body).error.data.fields[0].path]).toEqual([400, field]);
    expect(world.faults).toEqual([]);
  });
});

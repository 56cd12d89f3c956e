import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDice, shuffled } from '../support/dice.ts';
import { createTable, get, openOf, seal, type Table } from '../support/round-table.ts';
import type { Person } from '../support/world.ts';

let table: Table;
let world: Table['world'];
let ana: Person;
let sealing: Person[];
let watcher: Person;

beforeAll(async () => {
  table = await createTable();
  ({ world, ana } = table);
  const more = await Promise.all(['Eva', 'Finn', 'Gul'].map((name) => world.person(name)));
  for (const person of more) await table.seat(person);
  [watcher = ana, ...sealing] = [...more, table.ben, table.cara, table.dan];
});
afterAll(() => world.close());

/** Spearman's rank correlation of two orders without ties: 1 − 6·Σd² / (n·(n² − 1)). */
function correlation(one: readonly string[], other: readonly string[]): number {
  const n = one.length;
  const squares = one.map((id, at) => (at - other.indexOf(id)) ** 2).reduce((sum, square) => sum + square, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

describe('ten rounds of five who seal, watched from outside', () => {
  it('say nothing of the order: every seat changes at the one set moment, and the order in which they stand is not theirs', async () => {
    const dice = createDice(7);
    const correlations: number[] = [];
    // five orders and each of them backwards: seats in any order of their own correlate with them not at all
    const orders = Array.from({ length: 5 }, () => shuffled(sealing, dice)).flatMap((order) => [order, order.toReversed()]);
    for (const order of orders) {
      const roundId = await table.opened([watcher, ...sealing], { quorum: 5 });
      const bytes = new Set([(await watcher.post('round.get', { roundId })).body]);
      const owners = new Set([(await ana.post('round.get', { roundId })).body]);
      for (const person of order) {
        await seal(person, roundId, 12_000_000);
        bytes.add((await watcher.post('round.get', { roundId })).body);
        owners.add((await ana.post('round.get', { roundId })).body);
        const { seats } = await openOf(ana, roundId);
        expect(seats.filter(({ sealed }) => sealed)).toEqual([]);
      }
      // by byte: what who watches gets has not moved once, nor what the owner gets: no count says when
      expect([bytes.size, owners.size]).toEqual([1, 1]);
      // by time: all five change in the same moment
      await world.setClock(new Date((await openOf(ana, roundId)).turnsAt));
      for (const person of [ana, watcher]) {
        const { seats } = await openOf(person, roundId);
        const shown = seats.filter(({ sealed }) => sealed).flatMap(({ accountId }) => accountId ?? []);
        expect([...shown].sort()).toEqual(sealing.map(({ id }) => id).sort());
        if (person === watcher)
          correlations.push(
            correlation(
              order.map(({ id }) => id),
              shown,
            ),
          );
      }
      await world.setClock(null);
      expect((await get(ana, roundId)).stage.state).toBe('open');
    }
    // n = 10 rounds of 5: by chance the mean of ten has a standard deviation of 1 / √(10 · 4) ≈ 0.158
    const mean = correlations.reduce((sum, one) => sum + one, 0) / correlations.length;
    expect(correlations).toHaveLength(10);
    expect(Math.abs(mean)).toBeLessThan(2 * 0.158);
    expect(world.faults).toEqual([]);
  });

  it('nor does a replacement show, nor who sealed after a set moment', async () => {
    const roundId = await table.opened([watcher, ...sealing], { quorum: 5 });
    const [first = ana, second = ana] = sealing;
    await seal(first, roundId, 12_000_000);
    const { turnsAt } = await openOf(ana, roundId);
    await world.setClock(new Date(turnsAt));
    const shown = async () => (await openOf(watcher, roundId)).seats.filter(({ sealed }) => sealed).map(({ name }) => name);
    expect(await shown()).toEqual([first.name]);
    const before = (await watcher.post('round.get', { roundId })).body;
    await seal(second, roundId, 12_000_000);
    await seal(first, roundId, 13_000_000);
    expect((await watcher.post('round.get', { roundId })).body).toBe(before);
    await world.setClock(null);
  });
});

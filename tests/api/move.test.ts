import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { codeOf, moveOf, openTable, seatCouncil, type Table } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let table: Table;
let world: World;
let ana: Person;

beforeAll(async () => {
  ({ world, ana } = await seatCouncil());
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

const get = (person: Person) => person.api.negotiation.get.query({ negotiationId: table.negotiationId });

describe('the ledger', () => {
  const add = (entry: ReturnType<typeof moveOf>) => ana.api.move.add.mutate({ negotiationId: table.negotiationId, move: entry });

  it('orders moves by when they were made and remarks a concession to oneself', async () => {
    await add(moveOf('2026-05-03T09:00:00.000Z', 'candidate', 10_000_000));
    await add(moveOf('2026-05-05T09:00:00.000Z', 'candidate', 9_200_000));
    await add(moveOf('2026-05-01T09:00:00.000Z', 'employer', 9_000_000));
    const { ledger, moves } = await get(ana);
    expect(moves.map((one) => one.package.base)).toEqual([9_000_000, 10_000_000, 9_200_000]);
    expect(ledger.steps.at(-1)).toMatchObject({
      concession: 3_200_000,
      movement: 0,
      remarks: [{ kind: 'you-moved-they-did-not', since: '2026-05-01T09:00:00.000Z' }],
    });
    expect(ledger.turn).toEqual({ state: 'theirs', since: '2026-05-03T09:00:00.000Z' });
    expect(ledger.fixed).toMatchObject([{ component: 'base', firmness: 'difficult', words: 'exactly so' }]);
  });

  it('takes a correction and takes a move out', async () => {
    const { moveId } = await add(moveOf('2026-05-03T09:00:00.000Z', 'candidate', 10_000_000));
    await ana.api.move.save.mutate({ moveId, rev: 1, move: moveOf('2026-05-04T09:00:00.000Z', 'employer', 1) });
    expect((await get(ana)).moves[0]).toMatchObject({ rev: 2, party: 'employer', at: '2026-05-04T09:00:00.000Z' });
    expect(
      codeOf((await ana.post('move.save', { moveId, rev: 1, move: moveOf('2026-05-04T09:00:00.000Z', 'employer', 2) })).body),
    ).toBe('CONFLICT');
    await ana.api.move.remove.mutate({ moveId });
    expect(await get(ana)).toMatchObject({ moves: [], removed: [{ moveId, at: '2026-05-04T09:00:00.000Z' }] });
  });

  it('refuses a move of tomorrow, beside its field', async () => {
    const at = inDays(1).toISOString();
    for (const path of ['move.add', 'move.save']) {
      const { moveId } = await add(moveOf('2026-05-03T09:00:00.000Z', 'candidate', 1));
      const input = path === 'move.add' ? { negotiationId: table.negotiationId } : { moveId, rev: 1 };
      const answer = await ana.post(path, { ...input, move: moveOf(at, 'candidate', 1) });
      expect([answer.status, JSON.parse(answer.body).error.data.fields[0].path]).toEqual([400, 'move.at']);
    }
  });
});

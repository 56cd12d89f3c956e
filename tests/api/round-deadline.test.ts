import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTable, openOf, revealedOf, seal, type Table } from '../support/round-table.ts';
import { type Person, testPassword } from '../support/world.ts';

let table: Table;

beforeAll(async () => {
  table = await createTable();
});
afterAll(() => table.world.close());

/** Two of three asked have sealed, one of whom goes; the quorum is two. */
async function sealed(name: string): Promise<{ roundId: string; leaver: Person }> {
  const { world, ben, cara } = table;
  const leaver = await world.person(name);
  await table.seat(leaver);
  const roundId = await table.opened([ben, cara, leaver]);
  await seal(ben, roundId, 18_000_000);
  await seal(leaver, roundId, 19_000_000);
  return { roundId, leaver };
}

const goes = {
  leaves: (leaver: Person) => leaver.post('council.leave', { councilId: table.councilId }),
  'is removed': (leaver: Person) =>
    table.ana.post('council.remove', { councilId: table.councilId, accountId: leaver.id, reason: 'Was never there.' }),
  'ends their account': (leaver: Person) => leaver.post('departure.end', { password: testPassword }),
};

describe.each(Object.entries(goes))('when somebody who has sealed %s', (name, go) => {
  it('after the deadline and before the clock looks, the result is that of the deadline', async () => {
    const { roundId, leaver } = await sealed(`Late${name.replaceAll(' ', '')}`);
    await table.pass(roundId);
    expect((await go(leaver)).status).toBe(200);
    await table.world.tick();
    const { summary, counters } = await revealedOf(table.ana, roundId);
    expect(summary?.count).toBe(2);
    expect(counters.map(({ package: { base }, gone }) => [base, gone]).sort()).toEqual([
      [18_000_000, false],
      [19_000_000, true],
    ]);
  });

  it('before the deadline, they take their package along', async () => {
    const { roundId, leaver } = await sealed(`Early${name.replaceAll(' ', '')}`);
    expect((await go(leaver)).status).toBe(200);
    await table.world.client.round.update({ where: { id: roundId }, data: { deadlineAt: await table.world.now() } });
    await table.world.tick();
    expect((await openOf(table.ana, roundId)).owner).toMatchObject({ asked: 3, below: true });
  });
});

it('leaves no fault of ours behind', () => {
  expect(table.world.faults).toEqual([]);
});

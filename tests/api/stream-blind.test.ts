import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Follower, follow } from '../support/follower.ts';
import { createTable, seal, type Table } from '../support/round-table.ts';

let table: Table;
const open: Follower[] = [];

beforeAll(async () => {
  table = await createTable();
}, 120_000);
afterAll(async () => {
  for (const follower of open) await follower.stop();
  await table.world.close();
});

async function listen(...people: Table['ana'][]): Promise<Follower[]> {
  const followers = [];
  for (const person of people) followers.push(await follow(person));
  open.push(...followers);
  return followers;
}

const about = (roundId: string) => (follower: Follower | undefined) =>
  follower?.news.flatMap(({ changes }) => changes).filter(({ ids }) => ids.includes(roundId)) ?? [];

it('who seals is told to nobody before all is shown: neither that, nor when, nor in which order', async () => {
  const { ana, ben, cara, dan, opened, world } = table;
  const roundId = await opened([ben, cara, dan]);
  const changes = about(roundId);
  await world.tick();
  const [toAna, toBen, toCara, toDan] = await listen(ana, ben, cara, dan);
  const counts = () => [toAna, toBen, toCara, toDan].map((one) => changes(one).length);

  await seal(cara, roundId, 12_700_000);
  await toCara?.until((one) => changes(one).length === 1);
  await seal(ben, roundId, 12_900_000);
  await toBen?.until((one) => changes(one).length === 1);
  // each heard their own act, with the key of their own press; nobody heard another's
  expect(counts()).toEqual([0, 1, 1, 0]);
  expect(changes(toBen).map(({ press }) => press === null)).toEqual([false]);

  // not before seats change, at noon or midnight, and then both together, the same for everybody
  await world.tick();
  expect(counts()).toEqual([0, 1, 1, 0]);
  await world.setClock(new Date((await world.now()).getTime() + 43_200_000));
  await world.tick();
  await Promise.all(
    [toAna, toBen, toCara, toDan].map(async (one, at) => one?.until((it) => changes(it).length === [1, 2, 2, 1][at])),
  );
  const last = [toAna, toBen, toCara, toDan].map((one) => JSON.stringify(changes(one).at(-1)));
  expect(new Set(last).size).toBe(1);
  await world.tick();
  expect(await world.client.$queryRaw`select count(*)::int as due from seats_due`).toEqual([{ due: 0 }]);

  // the last one reveals, and that is told to everybody at once
  await seal(dan, roundId, 13_100_000);
  await Promise.all([toAna, toBen, toCara].map((one, at) => one?.until((it) => changes(it).length === [2, 3, 3][at])));
});

it('what is kept of a seal names nobody but the sealer’s own inbox, and no time of others', async () => {
  const { ana, ben, cara, dan, opened, world } = table;
  const roundId = await opened([ben, cara, dan]);
  await seal(ben, roundId, 12_700_000);
  const rows = await world.client.$queryRaw<{ id: string }[]>`
    select account_id as id from event where item_id = ${roundId}::uuid and what = 'round.seal'`;
  expect(rows.map(({ id }) => id)).toEqual([ben.id]);
  const asOthers = await world.deps.asUser(world.deps.client, ana.id, (db) =>
    db.event.findMany({ where: { accountId: { not: ana.id } } }),
  );
  expect(asOthers).toEqual([]);
  await expect(world.deps.asUser(world.deps.client, ana.id, (db) => db.seatsDue.findMany())).rejects.toThrow();
});

it('a round that the clock reveals is told to all whom it reaches', async () => {
  const { ana, ben, cara, dan, opened, pass, world } = table;
  const roundId = await opened([ben, cara, dan], { quorum: 2 });
  await seal(ben, roundId, 12_700_000);
  await seal(cara, roundId, 12_900_000);
  await world.tick();
  const [toAna, toCara] = await listen(ana, cara);
  await pass(roundId);
  expect(await world.tick()).toBe(1);
  await Promise.all([toAna, toCara].map((one) => one?.until((it) => about(roundId)(it).length === 1)));
});

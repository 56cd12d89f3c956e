import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTable, get, revealedOf, seal, status, type Table } from '../support/round-table.ts';
import { roundDocument } from '../support/rounds.ts';
import { openTable } from '../support/table.ts';

let table: Table;

beforeAll(async () => {
  table = await createTable();
});
afterAll(() => table.world.close());

/** A first round of Ben, Cara and Dan, revealed, and the draft of a second. */
async function secondRound(named = true) {
  const { ana, ben, cara, dan } = table;
  const { negotiationId } = await table.begin();
  const first = await table.draft({ named }, negotiationId);
  await table.shareWith(first, ben, cara, dan);
  await table.open(first);
  await seal(ben, first, 12_500_000, 'Ben then');
  await seal(cara, first, 13_000_000);
  await seal(dan, first, 13_500_000);
  const { roundId: second } = await ana.api.round.create.mutate({ negotiationId });
  return { first, second };
}

async function againOf(roundId: string) {
  const { stage } = await get(table.ana, roundId);
  return stage.state === 'draft' ? stage.preparing : null;
}

it('begins with a quorum that those who sit with its owner can reach', async () => {
  const { world, ana } = table;
  const quorumOf = async (owner: typeof ana, negotiationId: string) =>
    (await get(owner, (await owner.api.round.create.mutate({ negotiationId })).roundId)).quorum;
  expect(await quorumOf(ana, (await table.begin()).negotiationId)).toBe(3);
  const [eva, fay, gil, hal] = await Promise.all(['Eva', 'Fay', 'Gil', 'Hal'].map((name) => world.person(name)));
  if (!eva || !fay || !gil || !hal) throw new Error('Somebody is missing.');
  const { negotiationId } = await openTable(eva);
  expect(await quorumOf(eva, negotiationId)).toBe(2);
  await world.council('Three of us', [eva, fay, gil]);
  expect(await quorumOf(eva, negotiationId)).toBe(2);
  // somebody who sits in both councils is asked once
  await world.council('Two more', [hal, eva, fay]);
  const first = await quorumOf(eva, (await openTable(eva)).negotiationId);
  expect(first).toBe(3);
});

describe('a second round', () => {
  it('proposes who was asked, and asks them with one act, once', async () => {
    const { ana, ben, cara, dan } = table;
    const { first, second } = await secondRound();
    expect((await againOf(second))?.again).toMatchObject({ number: 1, asked: false, left: [], nameless: 0 });
    expect((await againOf(second))?.again?.names.toSorted()).toEqual(['Ben', 'Cara', 'Dan']);
    expect(await status(ben, 'get', { roundId: second })).toBe(404);
    const { told } = await ana.api.round.askAgain.mutate({ roundId: second });
    expect(told.toSorted()).toEqual([ben.id, cara.id, dan.id].sort());
    expect(await againOf(second)).toMatchObject({ again: { asked: true }, asked: { length: 3 } });
    expect(await ana.api.round.askAgain.mutate({ roundId: second })).toMatchObject({ told: [] });
    expect(await get(ben, second)).toMatchObject({ previousId: first, stage: { state: 'draft', preparing: null } });
    expect(await get(ben, first)).toMatchObject({ previousId: null });
  });

  it('names who can no longer read the first and leaves them out', async () => {
    const { ana, cara } = table;
    const { first, second } = await secondRound();
    const { shares } = await ana.api.share.get.query({ itemId: first });
    const caras = shares.find(({ readerId }) => readerId === cara.id);
    await ana.api.share.revoke.mutate({ shareId: caras?.shareId ?? '' });
    expect((await againOf(second))?.again).toMatchObject({ left: ['Cara'], nameless: 0 });
    await ana.api.round.askAgain.mutate({ roundId: second });
    expect((await againOf(second))?.asked.map(({ name }) => name).toSorted()).toEqual(['Ben', 'Dan']);
    expect(await status(cara, 'get', { roundId: second })).toBe(404);
  });

  it('asks nobody anew once it is open, and is the owner’s alone to ask', async () => {
    const { ana, ben } = table;
    const { second } = await secondRound();
    await table.shareWith(second, ben);
    expect(await status(ben, 'askAgain', { roundId: second })).toBe(403);
    await ana.api.round.save.mutate({
      roundId: second,
      rev: 1,
      document: roundDocument('Again?'),
      deadlineAt: null,
      quorum: 2,
      named: true,
    });
    await table.open(second);
    expect(await status(ana, 'askAgain', { roundId: second })).toBe(403);
  });

  it('leads back to the first only those who may read it, and to what it shows them there', async () => {
    const { ana, ben, stranger } = table;
    const { first, second } = await secondRound(false);
    await table.seat(stranger);
    await ana.api.round.save.mutate({
      roundId: second,
      rev: 1,
      document: roundDocument('Again?'),
      deadlineAt: null,
      quorum: 2,
      named: true,
    });
    await table.shareWith(second, ben, stranger);
    await table.open(second);
    await seal(ben, second, 14_000_000, 'Ben now');
    await seal(stranger, second, 15_000_000);
    expect(await get(ben, second)).toMatchObject({ previousId: first, stage: { state: 'revealed' } });
    expect(await get(stranger, second)).toMatchObject({ previousId: null });
    expect((await revealedOf(ben, second)).counters.map(({ name }) => name)).toContain('Ben');
    // without names then, without names now
    expect((await revealedOf(ben, first)).counters.map(({ name }) => name)).toEqual([null, null, null]);
  });
});

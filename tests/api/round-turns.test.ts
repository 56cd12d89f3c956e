import { alreadyRevealed } from '@parley/domain/round/seats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTable, openOf, revealedOf, type Table } from '../support/round-table.ts';
import { baseCounter } from '../support/rounds.ts';
import type { Answer, Person } from '../support/world.ts';

let table: Table;
let world: Table['world'];
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;

beforeAll(async () => {
  table = await createTable();
  ({ world, ana, ben, cara, dan } = table);
});
afterAll(() => world.close());

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

/**
 * Requests that are all under way at once: somebody holds the round until each of them waits for it, in this order.
 * What they do then is decided by the queue, and both orders can be had.
 */
async function atOnce(roundId: string, acts: readonly (() => Promise<Answer>)[]): Promise<string[]> {
  const answers: Promise<Answer>[] = [];
  await world.client.$transaction(async (tx) => {
    await tx.$queryRaw`select id from round where id = ${roundId}::uuid for update`;
    for (const act of acts) {
      answers.push(act());
      for (let waiting = 0; waiting < answers.length; await pause()) {
        // else a connection that was opened since is not among them
        await tx.$queryRaw`select pg_stat_clear_snapshot()::text`;
        const [found] = await tx.$queryRaw<{ waiting: number }[]>`
          select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        waiting = found?.waiting ?? 0;
      }
    }
  });
  return (await Promise.all(answers)).map(({ status, body }) => {
    const { data, message } = JSON.parse(body).result ?? JSON.parse(body).error;
    return status === 200 ? `200 ${JSON.stringify({ late: data.late, revealed: data.revealed })}` : `${status} ${message}`;
  });
}

const seal = (person: Person, roundId: string, base: number) => () =>
  person.twin().post('round.seal', { roundId, counter: baseCounter(base) });
const reveal = (roundId: string, missing: number) => () => ana.twin().post('round.reveal', { roundId, missing });
const inTime = '200 {"late":false,"revealed":false}';
const late = '200 {"late":true,"revealed":false}';
const stays = '403 The round was revealed. What you sealed stays as it is.';
const rowsOf = (roundId: string) =>
  world.client.sealedCounter.findMany({ where: { roundId }, select: { authorId: true, rev: true, late: true } });

describe('in every order in which they can come', () => {
  it('a second seal from another tab: one counter, and the last counts', async () => {
    const roundId = await table.opened([ben, cara]);
    expect(await atOnce(roundId, [seal(ben, roundId, 11), seal(ben, roundId, 22), seal(ben, roundId, 33)])).toEqual([
      inTime,
      inTime,
      inTime,
    ]);
    expect(await rowsOf(roundId)).toEqual([{ authorId: ben.id, rev: 3, late: false }]);
    expect((await openOf(ben, roundId)).own?.package.base).toBe(33);
  });

  it('a seal, then a reveal: it is in time, and the reveal shows it', async () => {
    const roundId = await table.opened([ben, cara]);
    expect((await atOnce(roundId, [seal(ben, roundId, 11), reveal(roundId, 2)]))[0]).toBe(inTime);
    // the warning's number is of the last set moment: a refusal would tell who waits that somebody sealed just now
    expect(await revealedOf(ana, roundId)).toMatchObject({ counters: [{ package: { base: 11 } }], late: [] });
  });

  it('a reveal, then a seal: it is late and in no figure', async () => {
    const roundId = await table.opened([ben, cara]);
    expect((await atOnce(roundId, [reveal(roundId, 2), seal(ben, roundId, 11)]))[1]).toBe(late);
    expect(await revealedOf(ana, roundId)).toMatchObject({ summary: null, late: [{ package: { base: 11 } }] });
  });

  it('a replacement, then a reveal; a reveal, then a replacement: the last before it counts', async () => {
    for (const before of [true, false]) {
      const roundId = await table.opened([ben, cara]);
      await seal(ben, roundId, 11)();
      const acts = [seal(ben, roundId, 22), reveal(roundId, 2)];
      const answers = await atOnce(roundId, before ? acts : [...acts].reverse());
      expect(before ? answers[0] : answers[1]).toBe(before ? inTime : stays);
      const stage = await revealedOf(ana, roundId);
      expect(stage.counters.map((counter) => counter.package.base)).toEqual([before ? 22 : 11]);
      expect(stage).toMatchObject({ late: [], summary: { count: 1 } });
    }
  });

  it('two late seals from two tabs: the first stays', async () => {
    const roundId = await table.opened([ben, cara]);
    await reveal(roundId, 2)();
    expect(await atOnce(roundId, [seal(cara, roundId, 33), seal(cara, roundId, 44)])).toEqual([late, stays]);
    expect((await revealedOf(ana, roundId)).late).toMatchObject([{ package: { base: 33 } }]);
  });

  it('the last seal, then the owner’s reveal: revealed once, by the seal', async () => {
    const roundId = await table.opened([ben, cara]);
    await seal(cara, roundId, 22)();
    const answers = await atOnce(roundId, [seal(ben, roundId, 11), reveal(roundId, 1)]);
    expect(answers).toEqual(['200 {"late":false,"revealed":true}', `403 ${alreadyRevealed}`]);
    const told = await world.client.notification.findMany({ where: { itemId: roundId, kind: 'roundRevealed' } });
    expect(told.map((notice) => notice.recipientId).sort()).toEqual([ana.id, cara.id].sort());
  });

  it('a seal, a reveal and a cancellation: each finds what the one before it left', async () => {
    const roundId = await table.opened([ben, cara, dan]);
    const cancel = () => ana.twin().post('round.cancel', { roundId });
    const answers = await atOnce(roundId, [reveal(roundId, 3), cancel, seal(dan, roundId, 11)]);
    expect(answers.slice(1)).toEqual(['403 A round can be cancelled only before it is revealed.', late]);
    const other = await table.opened([ben, cara, dan]);
    const cancelled = () => ana.twin().post('round.cancel', { roundId: other });
    const after = await atOnce(other, [cancelled, seal(dan, other, 11), reveal(other, 3)]);
    expect(after.slice(1)).toEqual(['403 The round was cancelled.', '403 The round was cancelled.']);
    expect(await rowsOf(other)).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});

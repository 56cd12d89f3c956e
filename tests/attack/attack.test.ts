import { afterAll, describe, expect, test } from 'vitest';
import { createDice } from '../support/dice.ts';
import { tryBombs, tryKeys } from './bombs.ts';
import { type Front, pairsOf, tryBent, tryPair, tryPlain } from './calls.ts';
import { tryForgeries } from './forged.ts';
import { type Ground, layGround, type Side } from './ground.ts';
import { signedRank } from './rank.ts';
import { createTally } from './tally.ts';
import { timePairs } from './timing.ts';

const calls = Number(process.env.PARLEY_ATTACK_CALLS ?? 4_000);
const seed = Number(process.env.PARLEY_ATTACK_SEED ?? 13);
const timedPairs = Number(process.env.PARLEY_ATTACK_PAIRS ?? 0);
/** Who attacks changes their own things: after so many calls there is a new stage. */
const perStage = 10_000;
const lanes = 8;

const dice = createDice(seed);
const tally = createTally();
const say = (line: string) => process.stdout.write(`${line}\n`);

/** As many as wanted at once, until this many were sent. */
async function until(most: number, next: () => Promise<void>): Promise<void> {
  const lane = async () => {
    while (tally.count() < most) await next();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function during(side: Side, work: (front: Front) => Promise<void>): Promise<void> {
  const ground = await layGround(side);
  const front = { ground, tally, dice };
  // presses something of the other council's own, and so comes before its rows are noted
  await tryKeys(front);
  const before = await ground.foreignRows();
  await work(front);
  await expectWell(ground, before);
  // of a run that is cut short this much is known
  if (calls > perStage) say(`  ${tally.count()} of ${calls} calls, findings so far ${tally.findings.length}`);
}

/** The server is well, has said nothing of anybody, and the other council's rows are what they were. */
async function expectWell(ground: Ground, before: Map<string, string>): Promise<void> {
  const after = await ground.foreignRows();
  for (const [table, rows] of before)
    if (after.get(table) !== rows) tally.found('changed', `${table}: ${rows} → ${after.get(table)}`);
  if ((await ground.wire.send('/health', { method: 'GET' })).status !== 200) tally.found('fault', '/health');
  const { owen, foreigner } = ground.stage;
  expect(await ground.close()).toBe(0);
  const said = ground.house.output();
  for (const word of [...owen.marks.secret, ...foreigner.marks.secret])
    if (said.includes(word)) tally.found('leak', `the log says ${word}`);
  for (const line of said.split('\n')) if (line.includes('"level":50')) tally.found('fault', line.slice(0, 400));
}

/** A part of the pairs, from where the last stage has left off. */
const next: Partial<Record<Side, number>> = {};
async function tryCalls(front: Front, most: number): Promise<void> {
  const begun = tally.count();
  const side = front.ground.attackers.some(({ name }) => name === 'owner') ? 'inside' : 'outside';
  const pairs = pairsOf(front.ground, createDice(seed));
  const upTo = (share: number) => begun + Math.floor((most - begun) * share);
  await until(upTo(0.6), async () => {
    const at = next[side] ?? 0;
    next[side] = at + 1;
    const pair = pairs[at % pairs.length];
    if (pair) await tryPair(front, pair);
  });
  await until(upTo(0.88), () => tryBent(front));
  await until(upTo(1), () => tryPlain(front));
}

afterAll(() => {
  for (const line of tally.lines()) say(line);
  say(
    `attack: ${tally.count()} hostile calls, seed ${seed}: ${tally.findings.length === 0 ? 'nothing found' : `${tally.findings.length} findings`}`,
  );
  for (const { kind, what } of tally.findings.slice(0, 40)) say(`  ${kind}: ${what.replaceAll('\n', ' ')}`);
});

describe('an attack on the built server', () => {
  test('from inside a council: by forged calls, and by every id of another', async () => {
    await during('inside', async (front) => {
      await tryForgeries(front, calls < 20_000 ? 500 : 10_000);
      await tryCalls(front, tally.count() + Math.min(perStage, Math.round(calls / 6)));
    });
    expect(tally.findings).toEqual([]);
  });

  test('from outside: by bombs and headers, by every id, by wrong inputs, and by what one may not', async () => {
    const begun = tally.count();
    const stages = Math.max(1, Math.ceil((calls - begun) / perStage));
    for (let stage = 0; stage < stages; stage++)
      await during('outside', async (front) => {
        if (stage === 0) await tryBombs(front);
        await tryCalls(front, Math.round(begun + ((calls - begun) * (stage + 1)) / stages));
      });
    expect(tally.findings).toEqual([]);
  });

  test.runIf(timedPairs > 0)('by the time that a foreign id takes', async () => {
    await during('outside', async (front) => {
      const first = await timePairs(front, timedPairs);
      const suspects = first.filter(({ p }) => p < 0.001);
      const again = suspects.length > 0 ? await timePairs(front, timedPairs) : [];
      for (const { what, n, z, p, median } of first)
        say(`  ${what}: n ${n}, z ${z.toFixed(2)}, p ${p.toPrecision(2)}, median ${median.toFixed(0)} µs`);
      const both = suspects.filter(({ what, z }) =>
        again.some((other) => other.what === what && other.p < 0.001 && other.z * z > 0),
      );
      for (const { what, z } of both) tally.found('unlike', `${what} takes another time (z ${z.toFixed(1)})`);
    });
    expect(tally.findings).toEqual([]);
  });
});

describe('the rank test', () => {
  const noise = (at: number) => createDice(at * 7_919 + 1)(1_000) - 500;
  test('is sure of a small difference in much noise, and of none where there is none', () => {
    const none = signedRank(Array.from({ length: 2_000 }, (_, at) => noise(at)));
    const some = signedRank(Array.from({ length: 2_000 }, (_, at) => noise(at) + 60));
    expect(none.p).toBeGreaterThan(0.01);
    expect(some.p).toBeLessThan(0.001);
    expect(some.z).toBeGreaterThan(0);
  });
});

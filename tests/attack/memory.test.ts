import { expect, test } from 'vitest';
import { createDice } from '../support/dice.ts';
import { tryBent, tryPlain } from './calls.ts';
import { layGround } from './ground.ts';
import { createTally } from './tally.ts';

/** How many times the same number of hostile calls is made on one server; 0 leaves it out. `npm run attack -- --memory 6`. */
const rounds = Number(process.env.PARLEY_ATTACK_MEMORY ?? 0);
const callsEach = 1_500;
const megabyte = 1024 ** 2;

type Held = { rss: number; heapUsed: number; external: number };

/** Loaded into the server: at a signal it clears away what nobody holds, and says what is left. */
const watcher = `
  import { setFlagsFromString } from 'node:v8';
  import { runInNewContext } from 'node:vm';
  setFlagsFromString('--expose-gc');
  const clear = runInNewContext('gc');
  process.on('SIGUSR2', () => { clear(); clear(); process.stderr.write('held ' + JSON.stringify(process.memoryUsage()) + '\\n'); });
`;

test.runIf(rounds > 0)('what hostile calls leave in the server’s memory comes to an end', async () => {
  const ground = await layGround('outside', { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(watcher)}` });
  const front = { ground, tally: createTally(), dice: createDice(6) };
  const told = () => [...ground.house.output().matchAll(/held (\{.*\})/g)].map(([, text = '']): Held => JSON.parse(text));
  const look = async (): Promise<Held> => {
    const before = told().length;
    ground.house.process.kill('SIGUSR2');
    await expect.poll(() => told().length, { timeout: 30_000 }).toBe(before + 1);
    const last = told().at(-1);
    if (!last) throw new Error('The server has said nothing.');
    return last;
  };
  const held = [await look()];
  for (let round = 1; round <= rounds; round++) {
    const lane = async () => {
      while (front.tally.count() < round * callsEach) await (front.dice(4) === 0 ? tryPlain(front) : tryBent(front));
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    held.push(await look());
  }
  for (const [at, { rss, heapUsed, external }] of held.entries())
    process.stdout.write(
      `after ${at * callsEach} calls: resident ${(rss / megabyte).toFixed(0)} MiB, heap ${(heapUsed / megabyte).toFixed(1)} MiB, outside it ${(external / megabyte).toFixed(1)} MiB\n`,
    );
  await ground.close();
  expect(front.tally.findings).toEqual([]);
  // what is remembered on purpose has come by then: the second half of the calls leaves no more than noise
  const half = held[Math.floor(held.length / 2)];
  const last = held.at(-1);
  if (!half || !last) throw new Error('Nothing was measured.');
  expect((last.heapUsed + last.external - half.heapUsed - half.external) / megabyte).toBeLessThan(8);
});

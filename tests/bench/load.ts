import { randomBytes } from 'node:crypto';

export type Shot = { url: string; headers?: Record<string, string>; body: () => string };

const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

async function once(shot: Shot): Promise<number> {
  const began = performance.now();
  const key = randomBytes(16).toString('hex');
  const headers = { ...json, ...shot.headers, 'x-parley-key': key };
  const response = await fetch(shot.url, { method: 'POST', headers, body: shot.body() });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${shot.url} answered ${response.status}.`);
  return performance.now() - began;
}

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Takes turns, A B A B, so that a slow minute of the machine is slow for both. Milliseconds, medians, and their ratio. */
export async function compare(ours: Shot, bare: Shot, rounds: number): Promise<{ ours: number; bare: number; ratio: number }> {
  for (let warm = 0; warm < 50; warm += 1) {
    await once(ours);
    await once(bare);
  }
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await once(ours));
    times.bare.push(await once(bare));
  }
  const result = { ours: median(times.ours), bare: median(times.bare) };
  return { ...result, ratio: result.ours / result.bare };
}

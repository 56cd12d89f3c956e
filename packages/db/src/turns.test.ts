import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Busy, createTurns } from './turns.ts';

/** Work that ends when it is told to, and what has begun so far. */
function bench(slots: number, more: { patience?: number; most?: number } = {}) {
  const inTurn = createTurns({ slots, patience: 60_000, ...more });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const call = (key: string, name = key) =>
    inTurn(key, () => {
      begun.push(name);
      return new Promise<string>((done) => ends.push(() => done(name)));
    });
  const end = async () => {
    ends.shift()?.();
    await sleep(0);
  };
  return { inTurn, begun, call, end };
}

describe('turns', () => {
  it('go from person to person, whatever one of them has waiting', async () => {
    const { begun, call, end } = bench(1);
    const all = [...Array.from({ length: 5 }, (_, at) => call('ana', `ana ${at}`)), call('ben', 'ben 0'), call('cara', 'cara 0')];
    all.push(call('ben', 'ben 1'));
    for (let count = 0; count < all.length; count += 1) await end();
    expect(begun).toEqual(['ana 0', 'ana 1', 'ben 0', 'cara 0', 'ana 2', 'ben 1', 'ana 3', 'ana 4']);
    expect(await Promise.all(all)).toHaveLength(8);
  });

  it('are as many at once as there are, and come back when work fails', async () => {
    const { inTurn, begun, call, end } = bench(2);
    const fails = () => Promise.reject(new Error('no'));
    for (let count = 0; count < 5; count += 1) await expect(inTurn('ana', fails)).rejects.toThrow('no');
    const all = [call('ana', '1'), call('ana', '2'), call('ana', '3')];
    expect(begun).toEqual(['1', '2']);
    await end();
    expect(begun).toEqual(['1', '2', '3']);
    await end();
    await end();
    await Promise.all(all);
  });

  it('end in "busy" after a while and beyond a number, and nobody else is the worse for it', async () => {
    const { begun, call, end } = bench(1, { patience: 20, most: 2 });
    const first = call('ana', 'first');
    const late = [call('ana'), call('ana')].map((one) => expect(one).rejects.toThrow(Busy));
    await expect(call('ana')).rejects.toThrow(Busy);
    await Promise.all(late);
    await end();
    expect([begun, await first]).toEqual([['first'], 'first']);
    const next = call('ben', 'next');
    expect(begun).toEqual(['first', 'next']);
    await end();
    await next;
  });
});

import { describe, expect, it } from 'vitest';
import { makePresses } from './press.ts';

const noWait = () => Promise.resolve();

/** A network that answers with these statuses in turn; null is no answer. */
function network(...answers: (number | null)[]) {
  const seen: (string | null)[] = [];
  const send = (_url: unknown, init?: RequestInit) => {
    seen.push(new Headers(init?.headers).get('x-parley-key'));
    const status = answers.shift();
    if (typeof status !== 'number') return Promise.reject(new TypeError('fetch failed'));
    return Promise.resolve(new Response(null, { status }));
  };
  return { send, seen };
}

const press = async (presses: ReturnType<typeof makePresses>, input: unknown) => {
  const key = presses.keyFor('mission.save', input);
  const answer = await presses.fetchOnce('/trpc/mission.save', { headers: { 'x-parley-key': key } }).catch(() => null);
  return { key, status: answer?.status ?? null };
};

describe('a press of a button', () => {
  it('has a key of the shape that the server wants, another one for every press', async () => {
    const { send } = network(200, 200);
    const presses = makePresses(send, noWait);
    const [first, second] = [await press(presses, { a: 1 }), await press(presses, { a: 1 })];
    expect(first.key).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(second.key).not.toBe(first.key);
  });

  it('is sent again with the same key when no answer came', async () => {
    const { send, seen } = network(null, null, 200);
    const { status, key } = await press(makePresses(send, noWait), {});
    expect(status).toBe(200);
    expect(seen).toEqual([key, key, key]);
  });

  it('keeps its key when all attempts failed and the person presses again', async () => {
    const { send, seen } = network(null, null, null, null, 200, 200);
    const presses = makePresses(send, noWait);
    const lost = await press(presses, { a: 1 });
    const again = await press(presses, { a: 1 });
    expect([lost.status, again.status]).toEqual([null, 200]);
    expect(new Set(seen)).toEqual(new Set([lost.key]));
    expect((await press(presses, { a: 1 })).key).not.toBe(lost.key);
  });

  it('is another press when what is sent differs', async () => {
    const { send } = network(null, null, null, null, 200);
    const presses = makePresses(send, noWait);
    const lost = await press(presses, { a: 1 });
    expect((await press(presses, { a: 2 })).key).not.toBe(lost.key);
  });

  it('keeps its key over a gateway that does not know, and ends with a refusal', async () => {
    const { send } = network(503, 400, 200);
    const presses = makePresses(send, noWait);
    const keys = [(await press(presses, {})).key, (await press(presses, {})).key, (await press(presses, {})).key];
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('is not sent again once the page gave it up', async () => {
    const { send, seen } = network(null, 200);
    const presses = makePresses(send, noWait);
    await expect(presses.fetchOnce('/x', { signal: AbortSignal.abort() })).rejects.toThrow('fetch failed');
    expect(seen).toHaveLength(1);
  });
});

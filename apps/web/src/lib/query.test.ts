import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { accessEnded, listenForExpiry, makeQueryClient } from './query.ts';

const refusal = (code: string) => Object.assign(new Error('refused'), { data: { code, message: '' } });

/** A shared offer on the screen, and how the next refetch will answer. */
async function opened() {
  const client = makeQueryClient();
  let answer: () => string = () => 'base 185,000';
  const options = { queryKey: ['offer'], queryFn: async () => answer(), retry: false, staleTime: 0 };
  client.setQueryData(['offer', 'before'], 'an older page');
  const observer = new QueryObserver(client, options);
  const stop = observer.subscribe(() => undefined);
  await observer.refetch();
  const refetch = async (error: Error) => {
    answer = () => {
      throw error;
    };
    await observer.refetch();
    return client.getQueryData(['offer']);
  };
  return { client, refetch, stop };
}

describe('what is held of an item', () => {
  it('is dropped as soon as a refetch is refused, other closed pages with it', async () => {
    const { client, refetch, stop } = await opened();
    expect(await refetch(refusal('NOT_FOUND'))).toBeUndefined();
    expect(client.getQueryData(['offer', 'before'])).toBeUndefined();
    stop();
  });

  it('stays while the server cannot be reached', async () => {
    const { refetch, stop } = await opened();
    expect(await refetch(new TypeError('fetch failed'))).toBe('base 185,000');
    stop();
  });

  it('stays when the session has ended, and the app is told', async () => {
    const { refetch, stop } = await opened();
    let told = 0;
    const silence = listenForExpiry(() => {
      told += 1;
    });
    expect(await refetch(refusal('UNAUTHORIZED'))).toBe('base 185,000');
    expect(told).toBe(1);
    silence();
    stop();
  });

  it('ends for what is not found or forbidden, nothing else', () => {
    const codes = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHORIZED', 'CONFLICT', 'INTERNAL_SERVER_ERROR'];
    expect(codes.map((code) => accessEnded(refusal(code)))).toEqual([true, true, false, false, false]);
    expect(accessEnded(new TypeError('fetch failed'))).toBe(false);
  });
});

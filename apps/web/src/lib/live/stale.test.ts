import type { News } from '@parley/domain/stream/stream';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { refresh } from './stale.ts';

const key = [['offer', 'get'], { input: { offerId: 'o1' }, type: 'query' }];
const news: News = { everything: false, changes: [{ ids: ['o1'], here: ['offer'], also: [], press: null }] };

/** A server whose answers come when they are let through; each says what stood when it was asked. */
function slowServer() {
  let version = 0;
  const waiting: (() => void)[] = [];
  return {
    change: () => {
      version += 1;
    },
    ask: () => {
      const seen = version;
      return new Promise<number>((done) => waiting.push(() => done(seen)));
    },
    asked: () => waiting.length,
    answer: (nth: number) => waiting[nth]?.(),
  };
}

const turn = () => new Promise<void>((done) => void setTimeout(done));

describe('what an act makes stale while it is read for the first time', () => {
  test('on the screen: read again, so that the answer from before the act does not stay', async () => {
    const client = new QueryClient();
    const server = slowServer();
    const observer = new QueryObserver(client, { queryKey: key, queryFn: server.ask, staleTime: 60_000 });
    const stop = observer.subscribe(() => {});
    server.change();
    const done = refresh(client, news);
    server.answer(0);
    await turn();
    expect(server.asked()).toBe(2);
    server.answer(1);
    await done;
    expect(client.getQueryData(key)).toBe(1);
    stop();
  });

  test('fetched ahead and not yet shown: old when it is looked at', async () => {
    const client = new QueryClient();
    const server = slowServer();
    void client.prefetchQuery({ queryKey: key, queryFn: server.ask, staleTime: 60_000 });
    server.change();
    const done = refresh(client, news);
    server.answer(0);
    await Promise.all([turn(), done]);
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  });

  test('what is about something else is left as it is', async () => {
    const client = new QueryClient();
    const server = slowServer();
    const other = [['offer', 'get'], { input: { offerId: 'o2' }, type: 'query' }];
    const read = client.fetchQuery({ queryKey: other, queryFn: server.ask });
    await refresh(client, news);
    server.answer(0);
    await read;
    expect(client.getQueryState(other)?.isInvalidated).toBe(false);
    expect(server.asked()).toBe(1);
  });
});

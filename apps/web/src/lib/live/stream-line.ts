import type { News } from '@parley/domain/stream/stream';

export type Handlers = {
  onNews: (news: News) => void;
  /** Since when the stream is lost, or null when it stands. */
  onLost: (since: number | null) => void;
  onEnded: () => void;
};

const silence = 60_000;
const longestWait = 15_000;
/** A change may have begun so many seconds before it could be read. */
const margin = 2;
/** Seconds for which this page has been reading. */
export const pageAge = () => Math.min(86_400, Math.ceil(performance.now() / 1000) + margin);

function part(text: string, name: string): unknown {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** What is in a message; of what is not understood nothing is believed but that all may be old. */
export function readNews(text: string): News {
  const changes = part(text, 'changes');
  if (!Array.isArray(changes)) return { everything: true, changes: [] };
  const read = (change: unknown) => {
    const of = (name: string): unknown => (typeof change === 'object' && change !== null ? Reflect.get(change, name) : undefined);
    const press = of('press');
    return {
      ids: namesIn(of('ids')),
      here: namesIn(of('here')),
      also: namesIn(of('also')),
      press: typeof press === 'string' ? press : null,
    };
  };
  return { everything: part(text, 'everything') === true, changes: changes.map(read) };
}

export type Line = { place: () => string | null; close: () => void };

/** One connection to the server that is made again for as long as it is wanted. */
export function connect(from: string | null, on: Handlers & { onPlace: (place: string, news: News) => void }): Line {
  let place = from;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let since: number | null = null;

  const lose = () => {
    source?.close();
    source = null;
    since ??= Date.now();
    on.onLost(since);
    const wait = Math.min(longestWait, 500 * 2 ** failures) * (0.7 + Math.random() * 0.6);
    failures += 1;
    clearTimeout(timer);
    timer = setTimeout(open, wait);
  };
  const hear = () => {
    clearTimeout(timer);
    timer = setTimeout(lose, silence);
  };
  function open(): void {
    source?.close();
    const input = place === null ? { age: pageAge() } : { age: 0, lastEventId: place };
    source = new EventSource(`/trpc/stream.follow?input=${encodeURIComponent(JSON.stringify(input))}`);
    source.addEventListener('ping', hear);
    source.addEventListener('message', ({ data, lastEventId }) => {
      hear();
      failures = 0;
      since = null;
      on.onLost(null);
      if (typeof lastEventId === 'string' && lastEventId !== '') place = lastEventId;
      on.onPlace(place ?? '', readNews(String(data)));
    });
    source.addEventListener('serialized-error', (event) => {
      const data = event instanceof MessageEvent ? part(String(event.data), 'data') : null;
      const code: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'code') : null;
      if (code === 'UNAUTHORIZED') on.onEnded();
      else lose();
    });
    source.addEventListener('error', lose);
    hear();
  }
  const wake = () => (source === null && document.visibilityState === 'visible' ? open() : undefined);
  globalThis.addEventListener('online', wake);
  globalThis.addEventListener('offline', lose);
  document.addEventListener('visibilitychange', wake);
  open();
  return {
    place: () => place,
    close() {
      clearTimeout(timer);
      source?.close();
      globalThis.removeEventListener('online', wake);
      globalThis.removeEventListener('offline', lose);
      document.removeEventListener('visibilitychange', wake);
    },
  };
}

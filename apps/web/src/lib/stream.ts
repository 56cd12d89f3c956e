import type { News } from '@parley/domain/stream/stream';

/** What tabs of one browser say to each other. No content travels here either. */
type Word =
  | { say: 'news'; news: News; place: string }
  | { say: 'lost'; since: number | null }
  | { say: 'ended' }
  | { say: 'here'; tab: string; age: number }
  | { say: 'missed'; tab: string; news: News[] };

type Handlers = {
  onNews: (news: News) => void;
  /** Since when the stream is lost, or null when it stands. */
  onLost: (since: number | null) => void;
  onEnded: () => void;
};

const silence = 60_000;
const longestWait = 15_000;
/** A change may have begun so many seconds before it could be read. */
const margin = 2;
const pageAge = () => Math.min(86_400, Math.ceil(performance.now() / 1000) + margin);

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

type Line = { place: () => string | null; close: () => void };

/** One connection to the server that is made again for as long as it is wanted. */
function connect(from: string | null, on: Handlers & { onPlace: (place: string, news: News) => void }): Line {
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

/** Holds the one lock of this person's tabs for as long as it leads; at once where a browser has no locks. */
function lead(name: string, signal: AbortSignal, work: () => void): void {
  const until = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
  if (!('locks' in navigator)) {
    work();
    return;
  }
  const held = navigator.locks.request(name, { signal }, () => {
    work();
    return until;
  });
  held.catch(() => {});
}

/**
 * Follows what happens, for all tabs of this browser by one stream: one tab leads and tells the others, and another one goes
 * on where it was when the leading tab is closed. Answers how to stop.
 */
export function followStream(personId: string, { onNews, onLost, onEnded }: Handlers): () => void {
  const name = `parley:stream:${personId}`;
  const channel = new BroadcastChannel(name);
  const stop = new AbortController();
  const tab = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const recent: { at: number; news: News }[] = [];
  let place: string | null = null;
  let line: Line | null = null;
  let since: number | null = null;
  const tell = (word: Word) => channel.postMessage(word);

  const end = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    line?.close();
    channel.close();
    onEnded();
  };
  channel.onmessage = ({ data: word }: MessageEvent<Word>) => {
    if (word.say === 'ended') return end();
    if (word.say === 'lost') return onLost(word.since);
    if (word.say === 'missed' && word.tab === tab) return word.news.forEach(onNews);
    if (word.say === 'news') {
      place = word.place;
      if (word.news.everything || word.news.changes.length > 0) onNews(word.news);
    }
    if (word.say !== 'here' || !line) return undefined;
    const after = Date.now() - word.age * 1000;
    tell({ say: 'missed', tab: word.tab, news: recent.filter(({ at }) => at > after).map(({ news }) => news) });
    if (place !== null) tell({ say: 'news', news: { everything: false, changes: [] }, place });
    return tell({ say: 'lost', since });
  };
  tell({ say: 'here', tab, age: pageAge() });
  lead(name, stop.signal, () => {
    line = connect(place, {
      onNews,
      onEnded() {
        tell({ say: 'ended' });
        end();
      },
      onLost(at) {
        if (at === since) return;
        since = at;
        onLost(at);
        tell({ say: 'lost', since: at });
      },
      onPlace(next, news) {
        place = next;
        tell({ say: 'news', news, place: next });
        if (!news.everything && news.changes.length === 0) return;
        recent.push({ at: Date.now(), news });
        if (recent.length > 50) recent.shift();
        onNews(news);
      },
    });
  });
  return () => {
    if (stop.signal.aborted) return;
    stop.abort();
    line?.close();
    channel.close();
  };
}

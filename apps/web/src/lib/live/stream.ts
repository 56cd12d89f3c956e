import type { News } from '@parley/domain/stream/stream';
import { connect, type Handlers, type Line, pageAge } from './stream-line.ts';

/** What tabs of one browser say to each other. No content travels here either. */
type Word =
  | { say: 'news'; news: News; place: string }
  | { say: 'lost'; since: number | null }
  | { say: 'ended' }
  | { say: 'here'; tab: string; age: number }
  | { say: 'missed'; tab: string; news: News[] };

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

/** What leads another tab needs to know: where the stream stands, and what was told lately. */
type Told = { place: string | null; since: number | null; recent: { at: number; news: News }[] };

const isNews = (news: News) => news.everything || news.changes.length > 0;

/** The stream of the tab that leads: what it hears, all tabs hear. */
function leadAll(told: Told, tell: (word: Word) => void, { onNews, onLost, onEnded }: Handlers): Line {
  return connect(told.place, {
    onNews,
    onEnded() {
      tell({ say: 'ended' });
      onEnded();
    },
    onLost(at) {
      if (at === told.since) return;
      told.since = at;
      onLost(at);
      tell({ say: 'lost', since: at });
    },
    onPlace(place, news) {
      told.place = place;
      tell({ say: 'news', news, place });
      if (!isNews(news)) return;
      told.recent.push({ at: Date.now(), news });
      if (told.recent.length > 50) told.recent.shift();
      onNews(news);
    },
  });
}

/** What a tab that has just come may have missed, and how things stand. */
function welcome({ place, since, recent }: Told, tab: string, age: number, tell: (word: Word) => void): void {
  const after = Date.now() - age * 1000;
  tell({ say: 'missed', tab, news: recent.filter(({ at }) => at > after).map(({ news }) => news) });
  if (place !== null) tell({ say: 'news', news: { everything: false, changes: [] }, place });
  tell({ say: 'lost', since });
}

/**
 * Follows what happens, for all tabs of this browser by one stream: one tab leads and tells the others, and another one goes
 * on where it was when the leading tab is closed. Answers how to stop.
 */
export function followStream(personId: string, handlers: Handlers): () => void {
  const name = `parley:stream:${personId}`;
  const channel = new BroadcastChannel(name);
  const stopped = new AbortController();
  const tab = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const told: Told = { place: null, since: null, recent: [] };
  let line: Line | null = null;
  const tell = (word: Word) => channel.postMessage(word);
  const stop = () => {
    if (stopped.signal.aborted) return false;
    stopped.abort();
    line?.close();
    channel.close();
    return true;
  };
  const { onNews, onLost } = handlers;
  const onEnded = () => (stop() ? handlers.onEnded() : undefined);

  channel.onmessage = ({ data: word }: MessageEvent<Word>) => {
    if (word.say === 'ended') onEnded();
    if (word.say === 'lost') onLost(word.since);
    if (word.say === 'missed' && word.tab === tab) word.news.forEach(onNews);
    if (word.say === 'news') {
      told.place = word.place;
      if (isNews(word.news)) onNews(word.news);
    }
    if (word.say === 'here' && line) welcome(told, word.tab, word.age, tell);
  };
  tell({ say: 'here', tab, age: pageAge() });
  lead(name, stopped.signal, () => {
    line = leadAll(told, tell, { onNews, onLost, onEnded });
  });
  return () => void stop();
}

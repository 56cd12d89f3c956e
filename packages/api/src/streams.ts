import type { Bell } from '@parley/db/bell';
import { DomainError } from '@parley/domain/kernel/error';

/** One open stream of a person. */
export type Stream = {
  /** Resolves when there may be something to look at: rung, or so many milliseconds over, or at an end. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Hands something to the reader; who does not take it in time is cut off, and finds it in the table when they come back. */
  handing: () => () => void;
  close: () => void;
};

/** The open streams of this server. */
export type Streams = {
  /** Throws when the person has as many as one may have. `cut` ends the answer that carries it. */
  open: (accountId: string, cut: () => void) => Stream;
  /** Looks are made a few at a time: what rings at everybody must not take the database from who presses a button. */
  look: <T>(work: () => Promise<T>) => Promise<T>;
  count: () => number;
};

export type StreamLimits = { perPerson: number; patience: number; looks: number };

const usual: StreamLimits = { perPerson: 8, patience: 20_000, looks: 4 };
const longest = 2_147_483_647;

function createLooks(most: number): Streams['look'] {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy >= most) await new Promise<void>((go) => waiting.push(go));
    else busy += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}

function createStream(bell: Bell, accountId: string, patience: number, cut: () => void, onClose: () => void): Stream {
  let rung = false;
  let wake = () => {};
  const stop = bell.hear(accountId, () => {
    rung = true;
    wake();
  });
  return {
    async wait(milliseconds, signal) {
      if (!rung && !signal.aborted)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, Math.min(milliseconds, longest));
          timer.unref();
          wake = () => {
            clearTimeout(timer);
            done();
          };
          signal.addEventListener('abort', wake, { once: true });
        });
      signal.removeEventListener('abort', wake);
      rung = false;
    },
    handing() {
      const timer = setTimeout(() => {
        onClose();
        cut();
      }, patience);
      timer.unref();
      return () => clearTimeout(timer);
    },
    close() {
      stop();
      onClose();
    },
  };
}

/** Who follows on this server, by the bell that rings when something was written for them. */
export function createStreams(bell: Bell, limits: Partial<StreamLimits> = {}): Streams {
  const { perPerson, patience, looks } = { ...usual, ...limits };
  const open = new Map<string, Set<object>>();

  return {
    look: createLooks(looks),
    count: () => [...open.values()].reduce((sum, { size }) => sum + size, 0),
    open(accountId, cut) {
      const all = open.get(accountId) ?? new Set();
      if (all.size >= perPerson) throw new DomainError('too-many', 'Parley is open in too many places. Close one of them.');
      const seat = {};
      open.set(accountId, all.add(seat));
      return createStream(bell, accountId, patience, cut, () => {
        all.delete(seat);
        if (all.size === 0 && open.get(accountId) === all) open.delete(accountId);
      });
    },
  };
}

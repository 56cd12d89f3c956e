import { setTimeout as sleep } from 'node:timers/promises';
import type { Held, Line } from './line.ts';
import { bool, maybe, statement, text } from './statement.ts';

/** How far the one that writes has come; nothing where it is none. */
const whereNow = statement({
  name: 'where_now',
  takes: [],
  gives: { at: maybe(text) },
  text: 'select case when pg_is_in_recovery() then null else pg_current_wal_lsn()::text end as at',
});

/** Whether all that was committed by then can be read here. One that was promoted follows nobody, and knows nothing of them. */
const hasReached = statement({
  name: 'has_reached',
  takes: [text],
  gives: { reached: bool },
  text: 'select pg_is_in_recovery() and coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) as reached',
});

/** Milliseconds before each look whether it has caught up. */
const looks = [0, 5, 15];
/** Milliseconds for which nobody tries one that failed. */
const rest = 2_000;

/** Reads from a replica what the primary would have answered, or asks the primary. */
export type Replica = {
  ask: Line['ask'];
  /** The same for one person, in turn with the others. */
  of: (person: string) => Replica;
  close: () => Promise<void>;
};

/** What the replica answers once it has come so far; null where it does not come. */
async function tryAsk<T>(replica: Line, at: string, ask: (held: Pick<Held, 'ask'>) => Promise<T>): Promise<{ found: T } | null> {
  for (const wait of looks) {
    if (wait > 0) await sleep(wait);
    const answered = await replica.hold(async (held) => {
      const [{ here }] = await held.ask({ here: hasReached(at) });
      return here[0]?.reached ? { found: await ask(held) } : null;
    });
    if (answered) return answered;
  }
  return null;
}

/**
 * Asks the primary only how far it is, and the replica for all the rest once it is as far: what somebody wrote, a share that
 * was revoked and a session that has ended before the call are there, or the primary answers itself.
 */
export function createReplica(primary: Line, replica: Line, onError: (error: Error) => void): Replica {
  let tiredUntil = 0;
  const tired = (error: unknown) => {
    // whatever is wrong with the replica, or with the question: the primary says which
    tiredUntil = performance.now() + rest;
    onError(error instanceof Error ? error : new Error('The replica did not answer.'));
    return null;
  };

  const between = (one: Line, other: Line): Replica => ({
    async ask(...groups) {
      if (performance.now() < tiredUntil) return one.ask(...groups);
      const [{ now }] = await one.ask({ now: whereNow() });
      const at = now[0]?.at;
      const answered = at ? await tryAsk(other, at, (held) => held.ask(...groups)).catch(tired) : null;
      return answered ? answered.found : one.ask(...groups);
    },
    of: (person) => between(primary.of(person), replica.of(person)),
    close: () => replica.close(),
  });
  return between(primary, replica);
}

import pg from 'pg';
import { BEGIN, before, COMMIT, Flush, LOCALLY, type OnTime, ROLLBACK, type Sent } from './flush.ts';
import type { Bound } from './statement.ts';
import { createTurns } from './turns.ts';

/** What a flush asks, by name, and the rows that come back under the same names. */
export type Asked = Readonly<Record<string, Bound<unknown>>>;
export type RowsOf<A extends Asked> = { [Name in keyof A]: A[Name] extends Bound<infer R> ? R[] : never };

type Groups = readonly Asked[];
/** Rows group by group, in the order in which the groups were asked. */
type Found<G extends Groups> = { [At in keyof G]: G[At] extends Asked ? RowsOf<G[At]> : never };

/** A transaction that is held between two flushes. */
export type Held = {
  /** Sends one flush; the first one begins the transaction. */
  ask: <const G extends Groups>(...groups: G) => Promise<Found<G>>;
  /** Sends the last one and commits in it: all of it took effect, or this throws and nothing did. */
  commit: (changes: readonly Bound<unknown>[]) => Promise<void>;
};

/** The way to the database that reads and writes are declared for. */
export type Line = {
  /** Whom row-level security sees once a door has let somebody in. Another one in a test that takes that wall away. */
  role: string;
  /** One flush: one write to the socket, one answer, one transaction of its own. */
  ask: <const G extends Groups>(...groups: G) => Promise<Found<G>>;
  /** One connection for as long as the work takes. What was not committed is undone. */
  hold: <T>(work: (held: Held) => Promise<T>) => Promise<T>;
  /** The same for one person: when there are more calls than connections, people are served in turn. Throws `Busy`. */
  of: (person: string) => Line;
  close: () => Promise<void>;
};

export type LineOptions = {
  /** Connections at most. */
  max?: number;
  /** Milliseconds to wait for a connection before the answer is "unavailable". */
  acquireTimeout?: number;
  /** Told of errors on idle connections, which would otherwise end the process. */
  onError?: (error: Error) => void;
  /** Told of each flush: how many statements it carried. */
  onFlush?: (statements: number) => void;
  /** Told of each statement, for who watches while developing. */
  onStatement?: (text: string, values: () => string) => void;
  onTime?: OnTime | undefined;
  role?: string;
};

type Send = (bound: readonly Bound<unknown>[]) => Promise<unknown[][]>;

function areFound<G extends Groups>(found: readonly object[], groups: G): found is Found<G> & readonly object[] {
  return found.length === groups.length;
}

/** Sends every group in one flush, and gives the rows the names that they were asked by. */
async function askThrough<const G extends Groups>(send: Send, groups: G): Promise<Found<G>> {
  const rows = (await send(groups.flatMap((group) => Object.values(group)))).values();
  const found = groups.map((group) => Object.fromEntries(Object.keys(group).map((name) => [name, rows.next().value ?? []])));
  if (!areFound(found, groups)) throw new Error('A flush answered less than it was asked.');
  return found;
}

const stateOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The server, or what stands before it, does not know a statement as we do: it is prepared again. */
const isStale = (error: unknown) => /^(26000|42P05|0A000)$/.test(stateOf(error));

/** The server has ended the connection, or is about to: it goes to nobody else. */
const isOver = (error: unknown) => /^(57P0\d|08\w{3})$/.test(stateOf(error));

/** A flush that is a transaction of its own. */
const locally =
  (send: Send): Send =>
  async (bound) => {
    const first = before(bound);
    return (await send([...first, ...bound])).slice(first.length);
  };

/** A transaction over several flushes; it ends undone unless its last one committed. */
async function transact<T>(send: Send, work: (held: Held) => Promise<T>): Promise<T> {
  let begun = false;
  let committed = false;
  const flush: Send = async (bound) => {
    const first = begun ? [] : [BEGIN, ...before(bound)];
    begun = true;
    return (await send([...first, ...bound])).slice(first.length);
  };
  try {
    return await work({
      ask: (...groups) => askThrough(flush, groups),
      async commit(changes) {
        await flush([...changes, COMMIT]);
        committed = true;
      },
    });
  } finally {
    // a connection that is gone has undone it by itself
    if (begun && !committed) await send([ROLLBACK]).catch(() => {});
  }
}

function createPool(url: string, { max = 10, acquireTimeout = 3_000, onError = () => {} }: LineOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: acquireTimeout,
  });
  pool.on('error', onError);
  // one that is lent out and waits between two flushes has no listener of the pool's
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** A pool of pipelined connections beside Prisma's: UTC, the same timeouts, an error listener on each. */
export function createLine(url: string, options: LineOptions = {}): Line {
  const pool = createPool(url, options);
  const { max: slots = 10, acquireTimeout: patience = 3_000 } = options;
  const inTurn = createTurns({ slots, patience });
  const prepared = new WeakMap<pg.ClientBase, Sent>();

  const sender =
    (client: pg.ClientBase): Send =>
    (bound) => {
      options.onFlush?.(bound.filter((one) => one !== LOCALLY).length);
      for (const { declared, values } of bound) options.onStatement?.(declared.text, () => JSON.stringify(values));
      const sent = prepared.get(client) ?? new Set();
      prepared.set(client, sent);
      return new Promise((done, failed) => void client.query(new Flush({ sent, onTime: options.onTime }, bound, done, failed)));
    };

  /** Runs work on a connection; once more with everything prepared anew when the server knew a statement otherwise. */
  async function lend<T>(work: (send: Send) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let over = false;
    try {
      return await work(sender(client)).catch((error: unknown) => {
        if (!isStale(error)) throw error;
        prepared.delete(client);
        return work(sender(client));
      });
    } catch (error) {
      over = isOver(error);
      throw error;
    } finally {
      client.release(over);
    }
  }

  const lineOf = (person: string): Line => ({
    role: options.role ?? 'parley_user',
    ask: (...groups) => inTurn(person, () => lend((send) => askThrough(locally(send), groups))),
    hold: (work) => inTurn(person, () => lend((send) => transact(send, work))),
    of: lineOf,
    close: () => pool.end(),
  });
  // what the house does by itself waits like anybody
  return lineOf('');
}

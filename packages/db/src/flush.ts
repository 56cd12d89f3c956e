import type { Connection, Submittable } from 'pg';
import { type Bound, statement, text as textCode } from './statement.ts';

/** Told how long a flush took, waiting for others included, and how to learn what its statements are called. */
export type OnTime = (milliseconds: number, names: () => string) => void;

/** The statements that a connection has been sent to prepare. */
export type Sent = Set<string>;

const plain = (name: string) => statement({ name, text: name, takes: [], gives: {} })();
export const BEGIN = plain('begin');
export const COMMIT = plain('commit');
export const ROLLBACK = plain('rollback');
/** What holds for this transaction and no longer: a pooler in between refuses it at the start, and hands connections on. */
export const local = {
  gives: { zone: textCode, patience: textCode, idle: textCode },
  text: `set_config('timezone', 'UTC', true) as zone, set_config('statement_timeout', '5s', true) as patience,
    set_config('idle_in_transaction_session_timeout', '15s', true) as idle`,
};
/** Goes first in every transaction, unless its first statement says the same. */
export const LOCALLY = statement({ name: 'locally', takes: [], gives: local.gives, text: `select ${local.text}` })();

/** What goes before these: nothing where they begin by saying it themselves. */
export const before = (bound: readonly Bound<unknown>[]) =>
  bound[0]?.declared.text.startsWith(LOCALLY.declared.text) ? [] : [LOCALLY];

/** What every flush carries says nothing of which one it is. */
const frame = /^(begin|commit|rollback|locally|stand_at_door)$/;

const namesOf = (bound: readonly Bound<unknown>[]): string =>
  [...new Set(bound.map(({ declared }) => declared.name))]
    .filter((name) => !frame.test(name))
    .join(' + ')
    .slice(0, 120) || 'commit';

/**
 * Prepared, named statements as one write with one Sync: the server takes them as one transaction. A statement is parsed
 * once a connection; nothing is described, because columns are declared. After an error the server skips the rest.
 */
export class Flush implements Submittable {
  private readonly sent: Sent;
  private readonly bound: readonly Bound<unknown>[];
  private readonly done: (rows: unknown[][]) => void;
  private readonly failed: (error: unknown) => void;
  private readonly onTime: OnTime;
  private since = 0;
  private readonly rows: unknown[][] = [[]];
  private fault: unknown = null;

  constructor(
    { sent, onTime = () => {} }: { sent: Sent; onTime?: OnTime | undefined },
    bound: readonly Bound<unknown>[],
    done: (rows: unknown[][]) => void,
    failed: (error: unknown) => void,
  ) {
    this.sent = sent;
    this.onTime = onTime;
    this.bound = bound;
    this.done = done;
    this.failed = failed;
  }

  submit(connection: Connection): void {
    this.since = performance.now();
    connection.stream.cork();
    try {
      for (const { declared, values } of this.bound) {
        const { key, text } = declared;
        if (!this.sent.has(key)) {
          // what an earlier failure or a pooler has left under this name goes first; closing nothing is no error
          connection.close({ type: 'S', name: key }, true);
          connection.parse({ name: key, text, types: [] }, true);
          this.sent.add(key);
        }
        connection.bind({ statement: key, values: [...values] }, true);
        connection.execute(null, true);
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.fault !== null) return;
    const at = this.rows.length - 1;
    try {
      this.rows[at]?.push(this.bound[at]?.read(fields));
    } catch (error) {
      this.fault = error;
    }
  }

  handleCommandComplete(): void {
    this.rows.push([]);
  }

  handleReadyForQuery(): void {
    // the server holds its answers back until all are there: which of them took how long is not to be seen from here
    this.onTime(performance.now() - this.since, () => namesOf(this.bound));
    if (this.fault === null) this.done(this.rows);
    else this.failed(this.fault);
  }

  handleError(error: unknown): void {
    this.onTime(performance.now() - this.since, () => namesOf(this.bound));
    // the one that failed and those after it: parsed or not, they are parsed anew
    for (const { declared } of this.bound.slice(this.rows.length - 1)) this.sent.delete(declared.key);
    this.failed(error);
  }

  handleEmptyQuery(): void {
    this.rows.push([]);
  }
}

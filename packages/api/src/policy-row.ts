import type { Relation, Subject } from './relation.ts';

/** One row of the policy table: who may call a procedure. */
export type Row =
  | { who: 'anyone' }
  | { who: 'self' }
  | { who: 'operator' }
  | { who: 'related'; subject: Subject; by: string; allow: readonly Relation[]; once: 'shared' | 'opened' };

export type PolicyTable = Readonly<Record<string, Row>>;

/** Anybody, signed in or not. */
export const anyone: Row = { who: 'anyone' };

/** Anybody signed in, about their own things only: row-level security knows which these are. */
export const self: Row = { who: 'self' };

/** The person who runs the server: never a procedure that reads content. */
export const operator: Row = { who: 'operator' };

/** Those who stand in one of these relations to the subject whose id is in the input's field `by`. */
export function on(subject: Subject, by: string, allow: readonly Relation[]): Row {
  return { who: 'related', subject, by, allow, once: 'shared' };
}

/** The same, where what is said about an offer shows what is in it: for a reader once its opening is in the log. */
export function onOpened(subject: Subject, by: string, allow: readonly Relation[]): Row {
  return { who: 'related', subject, by, allow, once: 'opened' };
}

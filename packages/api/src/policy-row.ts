import { DomainError, notFound } from '@parley/domain/kernel/error';
import { id as idInput } from '@parley/domain/kernel/input';
import type { Attempt } from './limit.ts';

/** What somebody is to the thing that a call is about. The first that applies, from the top. */
export type Relation = 'anonymous' | 'owner' | 'reader' | 'moderator' | 'member' | 'operator' | 'stranger';

/** What a call can be about. The first six are items, `item` is any of them; the next belong to an item. */
export type Subject =
  | 'opportunity'
  | 'mission'
  | 'offer'
  | 'negotiation'
  | 'debrief'
  | 'round'
  | 'item'
  | 'version'
  | 'attachment'
  | 'ask'
  | 'objection'
  | 'move'
  | 'evidence'
  | 'term'
  | 'rehearsal'
  | 'thread'
  | 'comment'
  | 'share'
  | 'council'
  | 'checklist'
  | 'help'
  | 'commitment'
  | 'meeting'
  | 'invitation';

/** Where the thing that a call is about stands: an item and the opening that it hangs on, or a council. */
export type Place = { itemId: string | null; openingId: string | null; councilId: string | null };

/** One row of the policy table: who may call a procedure. */
export type PolicyRow = (
  | { who: 'anyone' }
  | { who: 'self' }
  | { who: 'operator' }
  | { who: 'related'; subject: Subject; by: string; allow: readonly Relation[]; once: 'shared' | 'opened' }
) & {
  /** Counted apart, beside the call that it is: what costs much, and is rarely done. */
  counts?: Attempt;
};

export type PolicyTable = Readonly<Record<string, PolicyRow>>;

/** Anybody, signed in or not. */
export const anyone: PolicyRow = { who: 'anyone' };

/** Anybody signed in, about their own things only: row-level security knows which these are. */
export const self: PolicyRow = { who: 'self' };

/** The same row, counted apart as this attempt. */
export const seldom = (counts: Attempt, row: PolicyRow): PolicyRow => ({ ...row, counts });

/** The person who runs the server: never a procedure that reads content. */
export const operator: PolicyRow = { who: 'operator' };

/** Those who stand in one of these relations to the subject whose id is in the input's field `by`. */
export function on(subject: Subject, by: string, allow: readonly Relation[]): PolicyRow {
  return { who: 'related', subject, by, allow, once: 'shared' };
}

/** The same, where what is said about an offer shows what is in it: for a reader once its opening is in the log. */
export function onOpened(subject: Subject, by: string, allow: readonly Relation[]): PolicyRow {
  return { who: 'related', subject, by, allow, once: 'opened' };
}

/** The row of a procedure. The start checks that there is one for each. */
export function policyRowOf(policy: PolicyTable, path: string): PolicyRow {
  const row = policy[path];
  if (!row) throw new Error(`No policy row for ${path}.`);
  return row;
}

/** The id of what a call is about, as it came. Throws when it is none. */
export function subjectId(row: Extract<PolicyRow, { who: 'related' }>, raw: unknown): string {
  const value: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, row.by) : undefined;
  const parsed = idInput.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid', parsed.error.issues[0]?.message ?? 'An id is missing.', { path: row.by });
}

/** What is known of the viewer when the table is asked. `opened`: their opening of the item is in the log. */
export type Standing = { relation: Relation; opened: boolean; operator: boolean };

/** The first wall. Throws when the table does not allow this viewer this call. */
export function permit(row: PolicyRow, { relation, opened, operator: runs }: Standing): Relation {
  if (row.who === 'anyone' || row.who === 'self') return 'owner';
  if (row.who === 'operator') {
    if (runs) return 'operator';
    throw new DomainError('forbidden', 'Only the person who runs this server can do this.');
  }
  if (relation === 'stranger') throw notFound();
  if (row.once === 'opened' && relation === 'reader' && !opened)
    throw new DomainError('forbidden', 'Open the offer first: the comments are about what is in it.');
  if (row.allow.includes(relation)) return relation;
  const chair = row.allow.includes('moderator');
  throw new DomainError('forbidden', chair ? 'Only the moderator can do this.' : 'Only the owner can do this.');
}

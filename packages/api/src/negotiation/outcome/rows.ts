import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { civil, int, type RowIn, sealed, statement, uuid, word } from '@parley/db/statement';
import { OutcomeContent } from '@parley/domain/negotiation/outcome/input';
import { type Outcome, outcomeKinds } from '@parley/domain/negotiation/outcome/outcome';

export const outcomeContent = content('outcome', OutcomeContent);
export const outcomeWord = word('outcome_kind', outcomeKinds);

/** How a negotiation ended; no row while it has not. */
export const outcomeOf = statement({
  name: 'outcome_of',
  takes: [uuid],
  gives: { id: uuid, kind: outcomeWord, on: civil, rev: int, sealed },
  text: 'select negotiation_id as id, kind, "on", rev, sealed from outcome where negotiation_id = $1',
});

type Row = RowIn<typeof outcomeOf>;

/** How it ended, under its owner's key, or null while it has not. */
export function openOutcome(open: Ring['open'], owner: string, [row]: readonly Row[]): Outcome | null {
  if (!row) return null;
  const { id, on, rev } = row;
  return { kind: row.kind, on, rev, ...open(outcomeContent, { id, owner, rev }, row.sealed) };
}

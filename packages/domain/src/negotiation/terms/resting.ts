import { type Decision, no, yes } from '../../kernel/decision.ts';
import type { KeptMove, MoveContent } from '../ledger/move.ts';
import { listSaid } from '../package.ts';
import { candidatesOf, termKey } from './draft.ts';
import { compareValues, type Stated, type TermValue, termLabel } from './term.ts';

/** A move keeps so many of its earlier wordings. */
export const mostCorrections = 20;

/** What is settled on the strength of a ledger: its terms, and whether the offer has been accepted. */
export type Settled = { terms: readonly Stated[]; accepted: boolean; currency: string };

const isSettled = ({ state }: Stated) => state === 'agreed' || state === 'confirmed' || state === 'waived';

function findResting(move: MoveContent, after: MoveContent | null, { terms, currency }: Settled): Stated | null {
  const saidIn = (one: MoveContent | null) =>
    [one?.package, one?.second].flatMap((said) => (said ? candidatesOf(said, currency) : [])).map(({ content }) => content);
  const says = (one: MoveContent | null, term: Stated, value: TermValue) =>
    saidIn(one).some((said) => termKey(said) === termKey(term) && compareValues(said.value, value).kind === 'equal');
  return terms.find((term) => isSettled(term) && says(move, term, term.value) && !says(after, term, term.value)) ?? null;
}

/**
 * Whether a move may be corrected to `after`, or taken out (null): not once an agreed term rests on what it says, nor the
 * figures of a ledger on which the offer was accepted.
 */
export function canCorrect(move: KeptMove, after: MoveContent | null, settled: Settled): Decision {
  const resting = findResting(move, after, settled);
  if (resting)
    return no(
      `“${termLabel(resting)}” was agreed as this move says it. Change the term first; the exact words can be completed at any time.`,
    );
  const said = listSaid(move.package).length > 0 || Boolean(move.second) || move.kind === 'accept';
  const touched = after === null || after.kind !== move.kind || after.party !== move.party || hasOtherFigures(move, after);
  if (settled.accepted && said && touched)
    return no('You accepted on the strength of this ledger. Say first, under “Outcome”, that it has not ended after all.');
  if (after !== null && move.earlier.length >= mostCorrections)
    return no(`A move can be corrected at most ${mostCorrections} times. Write down a new one that says how it was.`);
  return yes;
}

function hasOtherFigures(before: MoveContent, after: MoveContent): boolean {
  const put = (move: MoveContent) => JSON.stringify([move.package, move.second ?? null]);
  return put(before) !== put(after);
}

import { type Decision, no, yes } from '../../kernel/decision.ts';
import { type Comparison, compareValues, type Stated, type TermValue, termLabel, valueWords } from './term.ts';

/** Where a term stands at the gate. `verbal` and `mismatch` keep it shut. */
export type Standing = 'proposed' | 'verbal' | 'mismatch' | 'confirmed' | 'dropped' | 'waived';

/** One thing that keeps the gate shut: said only, or said otherwise than written. */
export type Missing =
  | { why: 'verbal'; label: string; said: TermValue }
  | { why: 'mismatch'; label: string; said: TermValue; written: TermValue };

/** `missing` in the order of the terms; `proposed` are the terms that nobody agreed to: they hold nothing up. */
export type Gate = { missing: Missing[]; proposed: string[] };

/** The letter's value against the spoken one, or null while there is no letter for it. */
export function findLetterDifference(term: Pick<Stated, 'value' | 'written'>): Comparison | null {
  return term.written && compareValues(term.value, term.written.value);
}

/** Where a term stands: a confirmation that says something else is none, and one without a letter is a word. */
export function standingOf(term: Stated): Standing {
  if (term.state !== 'agreed' && term.state !== 'confirmed') return term.state;
  const difference = term.state === 'confirmed' ? findLetterDifference(term) : null;
  if (difference === null) return 'verbal';
  return difference.kind === 'equal' ? 'confirmed' : 'mismatch';
}

/** What the gate shows (product.md 3.6): acceptance is possible when nothing is missing. */
export function gateOf(terms: readonly Stated[]): Gate {
  const gate: Gate = { missing: [], proposed: [] };
  for (const term of terms) {
    const label = termLabel(term);
    const standing = standingOf(term);
    if (standing === 'proposed') gate.proposed.push(label);
    if (standing === 'verbal') gate.missing.push({ why: 'verbal', label, said: term.value });
    if (standing === 'mismatch' && term.written)
      gate.missing.push({ why: 'mismatch', label, said: term.value, written: term.written.value });
  }
  return gate;
}

/** One thing missing as plain words: `Base: 88500.00 EUR was said, the letter says 86800.00 EUR`. */
export function listMissingWords(missing: Missing): string {
  const said = `${missing.label}: ${valueWords(missing.said)} was said`;
  return missing.why === 'verbal' ? `${said}, no letter confirms it` : `${said}, the letter says ${valueWords(missing.written)}`;
}

/** Whether the offer may be accepted on these terms: nothing is missing, or the owner says why they accept anyway. */
export function canAccept(terms: readonly Stated[], reason: string | null): Decision {
  const { missing } = gateOf(terms);
  if (missing.length === 0 || (reason !== null && reason.trim() !== '')) return yes;
  return no(
    `Not confirmed in writing yet. ${missing.map(listMissingWords).join('; ')}. Get it in writing, or say why you accept anyway.`,
  );
}

/**
 * Whether an opportunity may be moved to `accepted` by its stage alone. With a negotiation the way leads through
 * its gate, which moves the stage itself.
 */
export function canAcceptByStage(negotiations: number, acceptances: number): Decision {
  if (negotiations === 0 || acceptances > 0) return yes;
  return no('This offer has a negotiation. Accept it there, under “Terms and the gate”: it shows what no letter confirms yet.');
}

import { type Decision, no, yes } from '../../kernel/decision.ts';
import type { Ask } from '../asks/ask.ts';
import { findStanding, type Move, proposes } from '../ledger/move.ts';
import { keyOfOther, type Package } from '../package.ts';
import { type Term, type TermComponent, type TermContent, type TermValue, termLabel } from './term.ts';

export const mostTerms = 60;

/** A term that could be taken over. `key` names where it comes from: a component of the package, or an ask. */
export type Candidate = { key: string; from: 'package' | 'ask'; content: TermContent };

/** Room for so many more terms. */
export function canAddTerms(existing: number, more: number): Decision {
  return existing + more <= mostTerms ? yes : no(`A negotiation holds at most ${mostTerms} terms.`);
}

/** What two terms are the same by: their component, or their name. */
export function termKey(term: Pick<TermContent, 'component' | 'name'>): string {
  return term.component === 'other' ? keyOfOther(term.name) : term.component;
}

/** The term, other than the one being edited, that is about the same thing; or null. */
export function sameTerm(terms: readonly Term[], term: Pick<TermContent, 'component' | 'name'>, but: string | null): Term | null {
  return terms.find((one) => one.termId !== but && termKey(one) === termKey(term)) ?? null;
}

/** A term as it begins: proposed, no word and no letter yet. */
export function newTerm(fields: Pick<TermContent, 'component' | 'name' | 'value'>): TermContent {
  return { ...fields, spoken: null, written: null, reason: '' };
}

function fromPackage({ base, bonusPercent, signOn, equity, others }: Package, currency: string): Candidate[] {
  const money = (minor: number | null): TermValue | null => (minor === null ? null : { kind: 'money', minor, currency });
  const bonus: TermValue | null = bonusPercent === null ? null : { kind: 'percent', percent: bonusPercent };
  const parts: [key: string, component: TermComponent, value: TermValue | null, name: string][] = [
    ['base', 'base', money(base), ''],
    ['bonusPercent', 'bonus', bonus, ''],
    ['signOn', 'signOn', money(signOn), ''],
    ['equity', 'equity', money(equity), ''],
    ...others.map(({ name, amount }): (typeof parts)[number] => [keyOfOther(name), 'other', money(amount), name]),
  ];
  return parts.flatMap(([key, component, value, name]) =>
    value ? [{ key, from: 'package' as const, content: newTerm({ component, name, value }) }] : [],
  );
}

function fromAsk({ askId, title, amount }: Ask, currency: string): Candidate {
  const value: TermValue = amount === null ? { kind: 'text', text: 'as asked' } : { kind: 'money', minor: amount, currency };
  return { key: `ask:${askId}`, from: 'ask', content: newTerm({ component: 'other', name: title, value }) };
}

/**
 * The terms that the negotiation suggests: every component of the package that the latest proposal left on its side
 * of the table, then every ask. What is a term already is left out. `moves` in the order in which they were made.
 */
export function listTermCandidates(
  moves: readonly Move[],
  asks: readonly Ask[],
  terms: readonly Term[],
  currency: string,
): Candidate[] {
  const latest = moves.findLast(proposes);
  const table = latest ? findStanding(moves, latest.party) : null;
  const all = [...(table ? fromPackage(table, currency) : []), ...asks.map((ask) => fromAsk(ask, currency))];
  const taken = new Set(terms.map(termKey));
  const fresh: Candidate[] = [];
  for (const candidate of all) {
    const key = termKey(candidate.content);
    if (taken.has(key)) continue;
    taken.add(key);
    fresh.push(candidate);
  }
  return fresh;
}

/** What a candidate is called in the list to choose from. */
export function candidateLabel({ content }: Candidate): string {
  return termLabel(content);
}

import { type Decision, no, yes } from '../../kernel/decision.ts';
import type { Ask } from '../asks/ask.ts';
import { type Clause, isDay } from '../clause.ts';
import { findStanding, type Move } from '../ledger/move.ts';
import { keyOfOther, type Package } from '../package.ts';
import { type Term, type TermComponent, type TermContent, type TermValue, termLabel } from './term.ts';

export const mostTerms = 60;

/**
 * A term that could be taken over. `key` names where it comes from: a component of the package, or an ask. `twin`: an ask
 * about a component that the package names already.
 */
export type Candidate = { key: string; from: 'package' | 'ask'; twin: boolean; content: TermContent };

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

/** The term that a clause of a package becomes. */
export function termOfClause({ about, text }: Clause): Pick<TermContent, 'component' | 'value'> {
  return {
    component: about === 'place' ? 'location' : about,
    value: isDay(about) ? { kind: 'date', on: text } : { kind: 'text', text },
  };
}

/** Every part of a package as a term that it could become. */
export function candidatesOf(
  { base, bonusPercent, signOn, equity, others, clauses = [] }: Package,
  currency: string,
): Candidate[] {
  const money = (minor: number | null): TermValue | null => (minor === null ? null : { kind: 'money', minor, currency });
  const bonus: TermValue | null = bonusPercent === null ? null : { kind: 'percent', percent: bonusPercent };
  const parts: [key: string, component: TermComponent, value: TermValue | null, name: string][] = [
    ['base', 'base', money(base), ''],
    ['bonusPercent', 'bonus', bonus, ''],
    ['signOn', 'signOn', money(signOn), ''],
    ['equity', 'equity', money(equity), ''],
    ...others.map(({ name, amount }): (typeof parts)[number] => [keyOfOther(name), 'other', money(amount), name]),
    ...clauses.map((clause): (typeof parts)[number] => {
      const { component, value } = termOfClause(clause);
      return [clause.about, component, value, ''];
    }),
  ];
  return parts.flatMap(([key, component, value, name]) =>
    value ? [{ key, from: 'package' as const, twin: false, content: newTerm({ component, name, value }) }] : [],
  );
}

/** The words by which an ask's title names a component. */
const spoken: [RegExp, TermComponent][] = [
  [/\b(base|salary|fixed pay)\b/i, 'base'],
  [/\bbonus\b/i, 'bonus'],
  [/\bsign(ing)?[- ]?on\b|\bsigning bonus\b/i, 'signOn'],
  [/\b(equity|stock|shares|options|rsus?)\b/i, 'equity'],
  [/\btitle\b/i, 'title'],
  [/\blevel\b/i, 'level'],
  [/\b(remote|home office|from home)\b/i, 'remote'],
  [/\b(leave|holidays?|vacation|days off)\b/i, 'leave'],
  [/\breview\b/i, 'reviewDate'],
  [/\b(start date|first day)\b/i, 'startDate'],
];

/**
 * Whether an ask is about a component that is among these terms: by its name, or, of what is asked as compensation, by its
 * title's words. A mentor above one's level is no level, and a clean-up of the code base no base.
 */
function isTwin({ title, leg }: Ask, of: readonly Candidate[]): boolean {
  const components = spoken.flatMap(([words, component]) => (words.test(title) ? [component] : []));
  const named = (content: TermContent) => [termKey(content), keyOfOther(termLabel(content))].includes(keyOfOther(title));
  return of.some(({ content }) => named(content) || (leg === 'compensation' && components.includes(content.component)));
}

function fromAsk({ askId, title, amount }: Ask, currency: string, twin: boolean): Candidate {
  const value: TermValue = amount === null ? { kind: 'text', text: 'as asked' } : { kind: 'money', minor: amount, currency };
  return { key: `ask:${askId}`, from: 'ask', twin, content: newTerm({ component: 'other', name: title, value }) };
}

/** What is on the table: the employer's last offer with all they named, or my ask once they have accepted it. */
function buildOnTable(moves: readonly Move[]): Package | null {
  const last = moves.findLast((move) => move.kind !== 'talk');
  const taken = last?.kind === 'accept' && last.party === 'employer' ? findStanding(moves, 'candidate') : null;
  return taken ?? findStanding(moves, 'employer');
}

/**
 * The terms that the negotiation suggests: every component of what is on the table, then every ask. What is a term already
 * is left out. `moves` in the order in which they were made.
 */
export function listTermCandidates(
  moves: readonly Move[],
  asks: readonly Ask[],
  terms: readonly Term[],
  currency: string,
): Candidate[] {
  const table = buildOnTable(moves);
  const parts = table ? candidatesOf(table, currency) : [];
  const all = [...parts, ...asks.map((ask) => fromAsk(ask, currency, isTwin(ask, parts)))];
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

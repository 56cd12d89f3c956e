import { newId } from '@parley/db/id';
import type { Bound } from '@parley/db/statement';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import { refuseComing } from '@parley/domain/negotiation/outcome/outcome';
import { canAddTerms, listTermCandidates, newTerm, sameTerm } from '@parley/domain/negotiation/terms/draft';
import type { CreateTerm, DraftTerms, MarkTerm, RemoveTerm, SaveTerm } from '@parley/domain/negotiation/terms/input';
import { canStep, type Step, stepTerm, type Term, type TermContent, termLabel } from '@parley/domain/negotiation/terms/term';
import type { z } from 'zod';
import { act, type Facts } from '../../write.ts';
import { asksOf, openAsks } from '../asks/rows.ts';
import { holdNegotiation } from '../change-rows.ts';
import { movesOf, openMoves } from '../ledger/rows.ts';
import { firstOf, openEdited } from '../part-rows.ts';
import { openNegotiation } from '../rows.ts';
import { addTerm, dropTerm, holdTableOf, holdTerm, replaceTerm, termRanksOf, termsBeside } from './change-rows.ts';
import { openTerm, openTermsOf, termContent, termsOf } from './rows.ts';

/** Two terms about one thing could each be kept while the other is broken. */
function refuseTwice(terms: readonly Term[], term: Pick<TermContent, 'component' | 'name'>, but: string | null): void {
  const same = sameTerm(terms, term, but);
  if (!same) return;
  const path = term.component === 'other' ? 'term.name' : 'term.component';
  throw invalid(path, `There is already a term about “${termLabel(same)}”.`);
}

/** Words and letters are of days that have been. */
function refuseComingDays(step: Step, now: Date): void {
  if (step.to === 'agreed') refuseComing('step.spoken.on', step.spoken.on, now);
  if (step.to === 'confirmed') refuseComing('step.written.on', step.written.on, now);
}

const contentOf = ({ component, name, value, spoken, written, reason }: TermContent): TermContent => {
  return { component, name, value, spoken, written, reason };
};

type Adding = Pick<Facts<{ ranks: ReturnType<typeof termRanksOf> }>, 'rows' | 'seal' | 'viewer'>;

/** Adds proposed terms after the last one, in the given order. */
function addTerms({ rows, seal, viewer }: Adding, negotiationId: string, contents: readonly TermContent[]) {
  const { last } = firstOf(rows.ranks);
  const made = contents.map((content) => ({ id: newId(), content }));
  const changes = made.map(({ id, content }, index): Bound<unknown> => {
    const sealed = seal(termContent, { id, owner: viewer.id, rev: 1 }, contentOf(content));
    return addTerm(id, negotiationId, last + 1 + index, sealed);
  });
  return { changes, ids: made.map(({ id }) => id) };
}

export const creatingTerm = act({
  facts: ({ negotiationId }: z.output<typeof CreateTerm>) => ({
    negotiation: holdNegotiation(negotiationId),
    terms: termsOf(negotiationId),
    ranks: termRanksOf(negotiationId),
  }),
  decide(given, { negotiationId, term }) {
    const { ownerId } = openNegotiation(given.open, given.rows.negotiation);
    const terms = openTermsOf(given.open, ownerId, given.rows.terms);
    allow(canAddTerms(terms.length, 1));
    refuseTwice(terms, term, null);
    const { changes, ids } = addTerms(given, negotiationId, [newTerm(term)]);
    return { changes, answer: { termId: ids[0] ?? '', rev: 1 } };
  },
});

/** Takes over what the negotiation suggests. A conflict brings the terms that there are. */
export const draftingTerms = act({
  facts: ({ negotiationId }: z.output<typeof DraftTerms>) => ({
    negotiation: holdNegotiation(negotiationId),
    terms: termsOf(negotiationId),
    ranks: termRanksOf(negotiationId),
    moves: movesOf(negotiationId),
    asks: asksOf(negotiationId),
  }),
  decide(given, { negotiationId, keys }) {
    const { rows, open } = given;
    const { ownerId, plan } = openNegotiation(open, rows.negotiation);
    const terms = openTermsOf(open, ownerId, rows.terms);
    const moves = openMoves(open, ownerId, rows.moves);
    const asks = openAsks(open, ownerId, rows.asks);
    const chosen = listTermCandidates(moves, asks, terms, plan.currency).filter(({ key }) => keys.includes(key));
    if (chosen.length < keys.length) throw conflict(terms, 'What can be added has changed in the meantime.');
    allow(canAddTerms(terms.length, chosen.length));
    const contents = chosen.map(({ content }) => content);
    const { changes, ids } = addTerms(given, negotiationId, contents);
    return { changes, answer: { termIds: ids } };
  },
});

/** Keeps what a term is about and its value; who said it and where it is written stay. */
export const savingTerm = act({
  facts: ({ termId }: z.output<typeof SaveTerm>) => ({
    table: holdTableOf(termId),
    term: holdTerm(termId),
    terms: termsBeside(termId),
  }),
  decide({ rows, open, seal }, { termId, rev, term }) {
    const { row, part, bind } = openEdited(rows.term, rev, (one) => openTerm(open, one.ownerId, one));
    refuseTwice(openTermsOf(open, row.ownerId, rows.terms), term, termId);
    const sealed = seal(termContent, bind, contentOf({ ...part, ...term }));
    return { changes: [replaceTerm(termId, rev, row.state, sealed)], answer: { rev: bind.rev } };
  },
});

/** Moves a term to its next state, with who said it or where it is written. */
export const markingTerm = act({
  facts: ({ termId }: z.output<typeof MarkTerm>) => ({ term: holdTerm(termId) }),
  decide({ rows, open, seal, now }, { termId, rev, step }) {
    const { part, bind } = openEdited(rows.term, rev, (one) => openTerm(open, one.ownerId, one));
    allow(canStep(part, step.to));
    refuseComingDays(step, now);
    const next = stepTerm(part, step);
    const sealed = seal(termContent, bind, contentOf(next));
    return { changes: [replaceTerm(termId, rev, next.state, sealed)], answer: { rev: bind.rev } };
  },
});

export const removingTerm = act({
  facts: ({ termId }: z.output<typeof RemoveTerm>) => ({ term: holdTerm(termId) }),
  decide({ rows }, { termId }) {
    if (rows.term.length === 0) throw notFound();
    return { changes: [dropTerm(termId)], answer: { termId } };
  },
});

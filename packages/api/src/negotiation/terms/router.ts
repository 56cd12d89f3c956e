import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid } from '@parley/domain/kernel/error';
import { refuseComing } from '@parley/domain/negotiation/outcome/outcome';
import { canAddTerms, listTermCandidates, newTerm, sameTerm } from '@parley/domain/negotiation/terms/draft';
import { CreateTerm, DraftTerms, MarkTerm, RemoveTerm, SaveTerm, TermsOf } from '@parley/domain/negotiation/terms/input';
import { canStep, type Step, stepTerm, type Term, type TermContent, termLabel } from '@parley/domain/negotiation/terms/term';
import { read } from '../../read.ts';
import { router, signedIn } from '../../trpc.ts';
import { findAsks } from '../asks/store.ts';
import { findMoves } from '../ledger/store.ts';
import { findNegotiation } from '../store.ts';
import { createTerms, findTerm, findTerms, removeTerm, saveTerm } from './store.ts';
import { termsQuestion } from './view.ts';

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

export const termRouter = router({
  list: read(TermsOf, termsQuestion),

  create: signedIn.input(CreateTerm).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    const terms = await findTerms(ctx, negotiationId, ownerId);
    allow(canAddTerms(terms.length, 1));
    refuseTwice(terms, input.term, null);
    return createTerms(ctx, negotiationId, ownerId, [newTerm(input.term)]);
  }),

  draft: signedIn.input(DraftTerms).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId, plan } = await findNegotiation(ctx, input.negotiationId);
    const terms = await findTerms(ctx, negotiationId, ownerId);
    const moves = await findMoves(ctx, negotiationId, ownerId);
    const asks = await findAsks(ctx, negotiationId, ownerId);
    const chosen = listTermCandidates(moves, asks, terms, plan.currency).filter(({ key }) => input.keys.includes(key));
    if (chosen.length < input.keys.length) throw conflict(terms, 'What can be added has changed in the meantime.');
    allow(canAddTerms(terms.length, chosen.length));
    const contents = chosen.map(({ content }) => content);
    return createTerms(ctx, negotiationId, ownerId, contents);
  }),

  save: signedIn.input(SaveTerm).mutation(async ({ ctx, input }) => {
    const found = await findTerm(ctx, input.termId);
    refuseTwice(await findTerms(ctx, found.negotiationId, found.ownerId), input.term, input.termId);
    return saveTerm(ctx, found, input.rev, { ...found.term, ...input.term });
  }),

  mark: signedIn.input(MarkTerm).mutation(async ({ ctx, input }) => {
    const found = await findTerm(ctx, input.termId);
    if (found.term.rev !== input.rev) throw conflict(found.term);
    allow(canStep(found.term, input.step.to));
    refuseComingDays(input.step, ctx.now);
    return saveTerm(ctx, found, input.rev, stepTerm(found.term, input.step));
  }),

  remove: signedIn.input(RemoveTerm).mutation(async ({ ctx, input }) => {
    await removeTerm(ctx, input.termId);
    return { termId: input.termId };
  }),
});

import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, sealed, statement, uuid, word, wrapped } from '@parley/db/statement';
import { TermContent } from '@parley/domain/negotiation/terms/input';
import { type Term, type TermState, termStates } from '@parley/domain/negotiation/terms/term';

export const termContent = content('term', TermContent);
export const termState = word('term_state', termStates);

/** The terms of the viewer's own negotiations that have not ended, negotiation by negotiation. */
export const openTerms = statement({
  name: 'open_terms',
  takes: [],
  gives: {
    id: uuid,
    negotiationId: uuid,
    opportunityId: uuid,
    ownerId: uuid,
    rev: int,
    state: termState,
    sealed,
    wrapped,
  },
  text: `select t.id, t.negotiation_id, i.opportunity_id, t.owner_id, t.rev, t.state, t.sealed, k.wrapped
    from term t join item i on i.id = t.negotiation_id join sealing_key k on k.owner_id = t.owner_id
    where t.owner_id = viewer() and not exists (select from outcome o where o.negotiation_id = t.negotiation_id)
    order by t.negotiation_id, t.rank, t.id`,
});

/** The terms of a negotiation in the order in which they were written down. */
export const termsOf = statement({
  name: 'terms_of',
  takes: [uuid],
  gives: { id: uuid, rev: int, state: termState, sealed },
  text: 'select id, rev, state, sealed from term where negotiation_id = $1 order by rank, id',
});

type Row = { id: string; rev: number; state: TermState; sealed: string };

/** A term under its owner's key. */
export function openTerm(open: Ring['open'], owner: string, { id, rev, state, sealed: kept }: Row): Term {
  return { termId: id, rev, state, ...open(termContent, { id, owner, rev }, kept) };
}

/** Terms under their owner's key, in the given order. */
export function openTermsOf(open: Ring['open'], owner: string, rows: readonly Row[]): Term[] {
  return rows.map((row) => openTerm(open, owner, row));
}

import { content } from '@parley/db/memory';
import { int, sealed, statement, uuid, word, wrapped } from '@parley/db/statement';
import { TermContent } from '@parley/domain/negotiation/terms/input';
import { termStates } from '@parley/domain/negotiation/terms/term';

export const termContent = content('term', TermContent);

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
    state: word('term_state', termStates),
    sealed,
    wrapped,
  },
  text: `select t.id, t.negotiation_id, i.opportunity_id, t.owner_id, t.rev, t.state, t.sealed, k.wrapped
    from term t join item i on i.id = t.negotiation_id join sealing_key k on k.owner_id = t.owner_id
    where t.owner_id = viewer() and not exists (select from outcome o where o.negotiation_id = t.negotiation_id)
    order by t.negotiation_id, t.rank, t.id`,
});

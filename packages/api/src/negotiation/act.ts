import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { CreateNegotiation, RemoveNegotiation } from '@parley/domain/negotiation/input';
import { createPlan } from '@parley/domain/negotiation/negotiation';
import { cite } from '@parley/domain/negotiation/plan/decision';
import type { SaveNegotiation } from '@parley/domain/negotiation/plan/input';
import { startingObjections } from '@parley/domain/negotiation/plan/objection';
import { emptyWalkAway } from '@parley/domain/negotiation/plan/walk-away';
import { canChangeCurrency, canCreateNegotiation } from '@parley/domain/negotiation/policy';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { addItem, dropItem } from '../item/change-rows.ts';
import { act } from '../write.ts';
import { asksOf, openAsks } from './asks/rows.ts';
import { addNegotiation, groundOf, holdNegotiation, replacePlan } from './change-rows.ts';
import { movesOf, openMoves } from './ledger/rows.ts';
import { openProcesses, processRows } from './plan/decision-view.ts';
import { addObjection } from './plan/objection-rows.ts';
import { objectionContent } from './plan/rows.ts';
import { addWalkAway, dropWalkAway, walkAwayContent } from './plan/walk-away-rows.ts';
import { openNegotiation, planContent } from './rows.ts';

/** Begins the negotiation of an offer, with its walk-away and the objections that come up in most. */
export const creatingNegotiation = act({
  facts: ({ offerId }: z.output<typeof CreateNegotiation>) => ({ key: ownKey(), ground: groundOf(offerId) }),
  decide({ rows, seal, viewer, now }, { offerId, currency }) {
    const [ground] = rows.ground;
    if (!ground) throw notFound();
    allow(canCreateNegotiation(ground.negotiations));
    const id = newId();
    const first = (of: string) => ({ id: of, owner: viewer.id, rev: 1 });
    const objections = startingObjections.map((objection, index) => {
      const objectionId = newId();
      return addObjection(objectionId, id, index + 1, seal(objectionContent, first(objectionId), objection));
    });
    return {
      // a second one for the same offer breaks the unique index, which answers as a conflict
      changes: [
        addItem(id, 'negotiation', ground.opportunityId, now),
        addNegotiation(id, offerId, seal(planContent, first(id), createPlan(currency)), now),
        addWalkAway(id, seal(walkAwayContent, first(id), emptyWalkAway)),
        ...objections,
      ],
      answer: { negotiationId: id },
    };
  },
});

/** Keeps the plan. Answers the citations as they are kept: the alias of another offer is not the writer's to say. */
export const savingNegotiation = act({
  facts: ({ negotiationId }: z.output<typeof SaveNegotiation>) => ({
    negotiation: holdNegotiation(negotiationId),
    asks: asksOf(negotiationId),
    moves: movesOf(negotiationId),
    ...processRows(),
  }),
  decide({ rows, open, seal, now }, { negotiationId, rev, plan }) {
    const before = openNegotiation(open, rows.negotiation);
    if (before.rev !== rev) throw conflict(before);
    const { ownerId, opportunityId } = before;
    allow(canChangeCurrency(before.plan, plan, openAsks(open, ownerId, rows.asks), openMoves(open, ownerId, rows.moves)));
    const named = plan.scripts.some(({ cites }) => cites !== null);
    const live = named ? openProcesses(open, rows, opportunityId) : [];
    const scripts = plan.scripts.map((script, at) => {
      const was = before.plan.scripts.find(({ id }) => id === script.id)?.cites ?? null;
      return { ...script, cites: cite(script.cites?.offerId ?? null, was, live, `plan.scripts.${at}.cites`) };
    });
    const next = { ...plan, scripts };
    const sealed = seal(planContent, { id: negotiationId, owner: ownerId, rev: rev + 1 }, next);
    return {
      changes: [replacePlan(negotiationId, rev, sealed, now)],
      answer: { rev: rev + 1, cites: scripts.map(({ cites }) => cites) },
    };
  },
});

/** Ends a negotiation with everything that hangs on it; no relation leads to the walk-away, so it is ended by name. */
export const removingNegotiation = act({
  facts: ({ negotiationId }: z.output<typeof RemoveNegotiation>) => ({ negotiation: holdNegotiation(negotiationId) }),
  decide({ rows }, { negotiationId }) {
    if (rows.negotiation.length === 0) throw notFound();
    return { changes: [dropWalkAway(negotiationId), dropItem(negotiationId)], answer: { negotiationId } };
  },
});

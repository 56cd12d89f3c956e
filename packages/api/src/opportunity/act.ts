import { idFor, newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import { canAcceptByStage } from '@parley/domain/negotiation/terms/gate';
import type {
  BringOpportunities,
  CreateOpportunity,
  RedateStage,
  RemoveOpportunity,
  SaveOpportunity,
  SetStage,
  UndoStage,
} from '@parley/domain/opportunity/input';
import { canDate, canMove, canRedate, canUndo, type StageEntry } from '@parley/domain/opportunity/opportunity';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { addItem, dropItem } from '../item/change-rows.ts';
import { act, type Facts } from '../write.ts';
import {
  acceptancesOf,
  addOpportunity,
  addStage,
  dropOpportunity,
  dropStage,
  dropWalkAways,
  holdOpportunity,
  ownOpportunityIds,
  redateStage,
  replaceOpportunity,
} from './change-rows.ts';
import { openOpportunity, opportunityContent, stagesOf } from './rows.ts';

type Edit = { opportunityId: string; rev: number };

const blank = { targeted: false, people: [], calls: [], followedOn: null, archived: false };

/** What every edit asks: the opportunity, held until it is changed, and its history. */
const editFacts = ({ opportunityId }: Edit) => ({ opportunity: holdOpportunity(opportunityId), stages: stagesOf(opportunityId) });

type EditFacts = Pick<Facts<ReturnType<typeof editFacts>>, 'rows' | 'open'>;

/** The opportunity that an edit is based on. Throws a conflict when the edit has seen an older one. */
function openHeld({ rows, open }: EditFacts, { rev }: Edit) {
  const [row] = rows.opportunity;
  if (!row) throw notFound();
  const opportunity = openOpportunity(open, row, rows.stages);
  if (row.rev !== rev) throw conflict(opportunity);
  return { opportunity, bind: { id: row.id, owner: row.ownerId, rev: rev + 1 } };
}

function checkDate(history: readonly StageEntry[], on: string, now: Date): void {
  const decision = canDate(history, on, now);
  if (!decision.allowed) throw invalid('on', decision.reason);
}

/** Makes an opportunity with the beginning of its history. */
export const creatingOpportunity = act({
  facts: () => ({ key: ownKey() }),
  decide({ seal, viewer, now }, { stage, on, ...given }: z.output<typeof CreateOpportunity>) {
    checkDate([], on, now);
    const id = newId();
    const sealed = seal(opportunityContent, { id, owner: viewer.id, rev: 1 }, { ...blank, ...given });
    return {
      changes: [
        addItem(id, 'opportunity', id, now),
        addOpportunity(id, stage, sealed, now),
        addStage(newId(), id, stage, on, now),
      ],
      answer: { opportunityId: id, rev: 1 },
    };
  },
});

/** Makes the openings of a brought list; those that came already, in a press whose answer was lost, are left as they are. */
export const bringingOpportunities = act({
  facts: () => ({ key: ownKey(), known: ownOpportunityIds() }),
  decide({ rows, seal, viewer, now }, { openings }: z.output<typeof BringOpportunities>) {
    const own = openings.map((one) => ({ ...one, opportunityId: idFor(viewer.id, one.opportunityId) }));
    const fresh = own.filter(({ opportunityId }) => !rows.known.some(({ id }) => id === opportunityId));
    for (const { on } of fresh) checkDate([], on, now);
    const changes = fresh.flatMap(({ opportunityId: id, stage, on, ...given }) => {
      const sealed = seal(opportunityContent, { id, owner: viewer.id, rev: 1 }, { ...blank, ...given });
      return [addItem(id, 'opportunity', id, now), addOpportunity(id, stage, sealed, now), addStage(newId(), id, stage, on, now)];
    });
    return { changes, answer: { brought: openings.length } };
  },
});

/** Keeps the details as the owner wrote them. */
export const savingOpportunity = act({
  facts: (input: z.output<typeof SaveOpportunity>) => editFacts(input),
  decide(given, input) {
    const { opportunity, bind } = openHeld(given, input);
    const sealed = given.seal(opportunityContent, bind, input.details);
    const changed = replaceOpportunity(bind.id, input.rev, opportunity.stage, sealed, given.now);
    return { changes: [changed], answer: { rev: bind.rev } };
  },
});

/** Moves it to a stage on a day. */
export const settingStage = act({
  facts: (input: z.output<typeof SetStage>) => ({ ...editFacts(input), acceptances: acceptancesOf(input.opportunityId) }),
  decide(given, input) {
    const { opportunity, bind } = openHeld(given, input);
    const { opportunityId, stage, on } = input;
    allow(canMove(opportunity.stage, stage));
    const [{ negotiations, acceptances } = { negotiations: 0, acceptances: 0 }] = given.rows.acceptances;
    if (stage === 'accepted') allow(canAcceptByStage(negotiations, acceptances));
    checkDate(opportunity.history, on, given.now);
    const sealed = given.seal(opportunityContent, bind, opportunity.details);
    return {
      changes: [
        addStage(newId(), opportunityId, stage, on, given.now),
        replaceOpportunity(opportunityId, input.rev, stage, sealed, given.now),
      ],
      answer: { rev: bind.rev },
    };
  },
});

/** Takes the last step back; its entry leaves the history. */
export const undoingStage = act({
  facts: (input: z.output<typeof UndoStage>) => editFacts(input),
  decide(given, input) {
    const { opportunity, bind } = openHeld(given, input);
    const { history, details } = opportunity;
    allow(canUndo(history, given.now));
    const [last, before] = history.toReversed();
    const stage = before?.stage ?? opportunity.stage;
    const sealed = given.seal(opportunityContent, bind, details);
    return {
      changes: [
        ...(last ? [dropStage(last.id)] : []),
        replaceOpportunity(input.opportunityId, input.rev, stage, sealed, given.now),
      ],
      answer: { rev: bind.rev },
    };
  },
});

/** Corrects the day of one step. */
export const redatingStage = act({
  facts: (input: z.output<typeof RedateStage>) => editFacts(input),
  decide(given, input) {
    const { opportunity, bind } = openHeld(given, input);
    const { history, details, stage } = opportunity;
    const decision = canRedate(history, input.entryId, input.on, given.now);
    if (!decision.allowed) throw invalid('on', decision.reason);
    const sealed = given.seal(opportunityContent, bind, details);
    return {
      changes: [
        redateStage(input.entryId, input.opportunityId, input.on),
        replaceOpportunity(input.opportunityId, input.rev, stage, sealed, given.now),
      ],
      answer: { rev: bind.rev },
    };
  },
});

/** Ends an opportunity with everything that hangs on it; no relation leads to the walk-aways, so they are ended first. */
export const removingOpportunity = act({
  facts: (input: z.output<typeof RemoveOpportunity>) => editFacts(input),
  decide(given, input) {
    openHeld(given, input);
    const { opportunityId } = input;
    return {
      changes: [dropWalkAways(opportunityId), dropOpportunity(opportunityId, input.rev), dropItem(opportunityId)],
      answer: { opportunityId },
    };
  },
});

import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { AddMove, RemoveMove, SaveMove } from '@parley/domain/negotiation/ledger/input';
import { type Cited, refuseFuture } from '@parley/domain/negotiation/ledger/move';
import { cite } from '@parley/domain/negotiation/plan/decision';
import { canAdd } from '@parley/domain/negotiation/policy';
import type { z } from 'zod';
import { act, type Facts } from '../../write.ts';
import { holdNegotiation } from '../change-rows.ts';
import { firstOf, openEdited } from '../part-rows.ts';
import { openProcesses, processRows } from '../plan/decision-view.ts';
import { addMove, countMoves, dropMove, holdMove, replaceMove } from './change-rows.ts';
import { moveContent, openMoves } from './rows.ts';

type Asked = z.output<typeof AddMove>['move']['cites'];
type Given = Pick<Facts<ReturnType<typeof processRows>>, 'rows' | 'open'>;

/** The offer that a move may cite: one of the owner's others that is live, or the one it cited before. */
function citedBy({ rows, open }: Given, cites: Asked, before: Cited | null, opportunityId: string): Cited | null {
  return cite(cites, before, cites === null ? [] : openProcesses(open, rows, opportunityId), 'move.cites');
}

/** Writes a move into the ledger. */
export const addingMove = act({
  facts: ({ negotiationId }: z.output<typeof AddMove>) => ({
    negotiation: holdNegotiation(negotiationId),
    moves: countMoves(negotiationId),
    ...processRows(),
  }),
  decide(given, { negotiationId, move }) {
    const { rows, seal, viewer, now } = given;
    const [negotiation] = rows.negotiation;
    if (!negotiation) throw notFound();
    allow(canAdd('moves', firstOf(rows.moves).count));
    refuseFuture(move.at, now);
    const id = newId();
    const { at, ...said } = move;
    const content = { ...said, cites: citedBy(given, said.cites, null, negotiation.opportunityId) };
    const sealed = seal(moveContent, { id, owner: viewer.id, rev: 1 }, content);
    return { changes: [addMove(id, negotiationId, new Date(at), sealed, now)], answer: { moveId: id, rev: 1 } };
  },
});

/** Corrects a move. A conflict brings the newer one. */
export const savingMove = act({
  facts: ({ moveId }: z.output<typeof SaveMove>) => ({ move: holdMove(moveId), ...processRows() }),
  decide(given, { moveId, rev, move }) {
    const { rows, open, seal, now } = given;
    const { row, part, bind } = openEdited(rows.move, rev, (kept) => openMoves(open, kept.ownerId, [kept])[0]);
    refuseFuture(move.at, now);
    const { at, ...said } = move;
    const content = { ...said, cites: citedBy(given, said.cites, part?.cites ?? null, row.opportunityId) };
    const changes = [replaceMove(moveId, rev, new Date(at), seal(moveContent, bind, content))];
    return { changes, answer: { moveId, rev: bind.rev } };
  },
});

/** Takes a move out of the ledger. */
export const removingMove = act({
  facts: ({ moveId }: z.output<typeof RemoveMove>) => ({ move: holdMove(moveId) }),
  decide({ rows }, { moveId }) {
    if (rows.move.length === 0) throw notFound();
    return { changes: [dropMove(moveId)], answer: { moveId } };
  },
});

import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { AddMove } from '@parley/domain/negotiation/ledger/input';
import { type Cited, refuseFuture } from '@parley/domain/negotiation/ledger/move';
import { cite } from '@parley/domain/negotiation/plan/decision';
import { canAdd } from '@parley/domain/negotiation/policy';
import type { z } from 'zod';
import { act, type Facts } from '../../write.ts';
import { holdNegotiation } from '../change-rows.ts';
import { firstOf } from '../part-rows.ts';
import { openProcesses, processRows } from '../plan/decision-view.ts';
import { addMove, countMoves } from './change-rows.ts';
import { moveContent } from './rows.ts';

type Asked = z.output<typeof AddMove>['move']['cites'];
type Given = Pick<Facts<ReturnType<typeof processRows>>, 'rows' | 'open'>;

/** The offer that a move may cite: one of the owner's others that is live, or the one it cited before. */
export function citedBy({ rows, open }: Given, cites: Asked, before: Cited | null, opportunityId: string): Cited | null {
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
    const content = { ...said, earlier: [], cites: citedBy(given, said.cites, null, negotiation.opportunityId) };
    const sealed = seal(moveContent, { id, owner: viewer.id, rev: 1 }, content);
    return { changes: [addMove(id, negotiationId, new Date(at), sealed, now)], answer: { moveId: id, rev: 1 } };
  },
});

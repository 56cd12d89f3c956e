import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { CreateObjection, RemoveObjection, SaveObjection } from '@parley/domain/negotiation/plan/input';
import { canAdd } from '@parley/domain/negotiation/policy';
import type { z } from 'zod';
import { act } from '../../write.ts';
import { holdNegotiation } from '../change-rows.ts';
import { firstOf, openEdited } from '../part-rows.ts';
import { addObjection, dropObjection, holdObjection, objectionRanksOf, replaceObjection } from './objection-rows.ts';
import { objectionContent, openObjection } from './rows.ts';

/** Adds an objection after the last one. */
export const creatingObjection = act({
  facts: ({ negotiationId }: z.output<typeof CreateObjection>) => ({
    negotiation: holdNegotiation(negotiationId),
    ranks: objectionRanksOf(negotiationId),
  }),
  decide({ rows, seal, viewer }, { negotiationId, objection }) {
    if (rows.negotiation.length === 0) throw notFound();
    const { count, last } = firstOf(rows.ranks);
    allow(canAdd('objections', count));
    const id = newId();
    const sealed = seal(objectionContent, { id, owner: viewer.id, rev: 1 }, objection);
    return { changes: [addObjection(id, negotiationId, last + 1, sealed)], answer: { objectionId: id, rev: 1 } };
  },
});

export const savingObjection = act({
  facts: ({ objectionId }: z.output<typeof SaveObjection>) => ({ objection: holdObjection(objectionId) }),
  decide({ rows, open, seal }, { objectionId, rev, objection }) {
    const { bind } = openEdited(rows.objection, rev, (row) => openObjection(open, row.ownerId, row));
    return { changes: [replaceObjection(objectionId, rev, seal(objectionContent, bind, objection))], answer: { rev: bind.rev } };
  },
});

export const removingObjection = act({
  facts: ({ objectionId }: z.output<typeof RemoveObjection>) => ({ objection: holdObjection(objectionId) }),
  decide({ rows }, { objectionId }) {
    if (rows.objection.length === 0) throw notFound();
    return { changes: [dropObjection(objectionId)], answer: { objectionId } };
  },
});

import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { CreateEvidence, RemoveEvidence, SaveEvidence } from '@parley/domain/negotiation/plan/input';
import { canAdd } from '@parley/domain/negotiation/policy';
import type { z } from 'zod';
import { act } from '../../write.ts';
import { holdNegotiation } from '../change-rows.ts';
import { firstOf, openEdited } from '../part-rows.ts';
import { addEvidence, countEvidence, dropEvidence, holdEvidence, replaceEvidence } from './evidence-rows.ts';
import { evidenceContent, openEntry } from './rows.ts';

/** Writes an entry down. */
export const creatingEvidence = act({
  facts: ({ negotiationId }: z.output<typeof CreateEvidence>) => ({
    negotiation: holdNegotiation(negotiationId),
    entries: countEvidence(negotiationId),
  }),
  decide({ rows, seal, viewer, now }, { negotiationId, evidence }) {
    if (rows.negotiation.length === 0) throw notFound();
    allow(canAdd('evidence', firstOf(rows.entries).count));
    const id = newId();
    const sealed = seal(evidenceContent, { id, owner: viewer.id, rev: 1 }, evidence);
    return { changes: [addEvidence(id, negotiationId, sealed, now)], answer: { evidenceId: id, rev: 1 } };
  },
});

export const savingEvidence = act({
  facts: ({ evidenceId }: z.output<typeof SaveEvidence>) => ({ entry: holdEvidence(evidenceId) }),
  decide({ rows, open, seal }, { evidenceId, rev, evidence }) {
    const { bind } = openEdited(rows.entry, rev, (row) => openEntry(open, row.ownerId, row));
    return { changes: [replaceEvidence(evidenceId, rev, seal(evidenceContent, bind, evidence))], answer: { rev: bind.rev } };
  },
});

export const removingEvidence = act({
  facts: ({ evidenceId }: z.output<typeof RemoveEvidence>) => ({ entry: holdEvidence(evidenceId) }),
  decide({ rows }, { evidenceId }) {
    if (rows.entry.length === 0) throw notFound();
    return { changes: [dropEvidence(evidenceId)], answer: { evidenceId } };
  },
});

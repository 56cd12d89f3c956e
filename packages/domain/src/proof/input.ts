import { z } from 'zod';
import { id, line, optionalLine, prose, revision } from '../kernel/input.ts';

/** What a person writes about a proof, as it comes over the wire and as it is kept. */
export const ProofFields = z.strictObject({
  outcome: line(300, 'the outcome'),
  metric: optionalLine(120, 'the number'),
  scope: optionalLine(300, 'the scope'),
  verify: prose(1000, 'how it can be verified'),
  led: z.boolean('Say whether you led it.'),
});

/** proof.create */
export const CreateProof = z.strictObject({ proof: ProofFields });

/** proof.save */
export const SaveProof = z.strictObject({ proofId: id, rev: revision, proof: ProofFields });

/** proof.remove */
export const ProofRef = z.strictObject({ proofId: id });

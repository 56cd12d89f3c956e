import type { z } from 'zod';
import { type Decision, no, yes } from '../kernel/decision.ts';
import type { ProofFields } from './input.ts';

/** How many proofs a person keeps at most. */
export const mostProofs = 60;

/** What a person has done, as they can show it. */
export type Proof = z.output<typeof ProofFields> & { proofId: string; rev: number };

/** Whether one more may be kept beside the `count` that are there. */
export function canAddProof(count: number): Decision {
  return count < mostProofs ? yes : no(`Keep at most ${mostProofs} proofs: remove one first.`);
}

/** What is still missing before a stranger could check a proof, in words; empty when nothing is. */
export function gapsOf({ metric, verify }: Pick<Proof, 'metric' | 'verify'>): string[] {
  return [...(metric === '' ? ['no number yet'] : []), ...(verify.trim() === '' ? ['nobody can check it yet'] : [])];
}

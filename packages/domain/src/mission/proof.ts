import type { Proof } from '../proof/proof.ts';
import { reasonFrom } from '../proof/reason.ts';
import { type LineProof, listKeyResults, type MissionDocument } from './mission.ts';

type Lines = Pick<MissionDocument, 'objectives' | 'needs'>;

/** What the lines of a mission rest on, in the order of the page. */
export function listLineProofs(document: Lines): LineProof[] {
  return [...listKeyResults(document), ...document.needs].flatMap(({ proof }) => proof ?? []);
}

/** What a line says of a proof. */
export function lineProofOf(proof: Pick<Proof, 'proofId' | 'outcome' | 'metric'>): LineProof {
  return { proofId: proof.proofId, words: reasonFrom(proof) };
}

/** The proofs at which a document points. */
export function listProofIds(document: Lines): string[] {
  return listLineProofs(document).flatMap(({ proofId }) => proofId ?? []);
}

/**
 * Whether a document may be kept: what a line newly rests on is a proof of the owner's library, in the words that it lets
 * others read. What a line rested on before stays as it stood, whatever became of the proof.
 */
export function restsOnProofs(before: Lines, after: Lines, library: readonly Proof[]): boolean {
  const known = [...listLineProofs(before), ...library.map(lineProofOf)];
  return listLineProofs(after).every((one) => known.some(({ proofId, words }) => proofId === one.proofId && words === one.words));
}

const hide = <T extends { proof: LineProof | null }>(line: T): T => ({
  ...line,
  proof: line.proof && { ...line.proof, proofId: null },
});

/** A mission as somebody else than its owner reads it: what is proven, and not which proof of a library that is not shared. */
export function missionForReader(document: MissionDocument): MissionDocument {
  return {
    ...document,
    objectives: document.objectives.map((objective) => ({ ...objective, keyResults: objective.keyResults.map(hide) })),
    needs: document.needs.map(hide),
  };
}

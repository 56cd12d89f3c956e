import { type Component, componentLabel } from '../package.ts';
import { type Firmness, type Move, putsOf, spokenOf } from './move.ts';

/** The last thing heard from the employer about one component. */
export type FixedEntry = { component: Component; label: string; firmness: Firmness; words: string; at: string };

/** The newest firmness heard from the employer per component: what their words were about, and what else was heard. */
export function readFixed(moves: readonly Move[]): FixedEntry[] {
  const found = new Map<Component, FixedEntry>();
  const others = moves.flatMap((move) => putsOf(move).flatMap(({ others: named }) => named));
  for (const move of moves) {
    if (move.party !== 'employer') continue;
    const heard = new Map(spokenOf(move).map((component) => [component, move.firmness]));
    for (const one of move.heard) heard.set(one.component, one.firmness);
    for (const [component, firmness] of heard)
      found.set(component, { component, label: componentLabel(component, others), firmness, words: move.words, at: move.at });
  }
  return [...found.values()];
}

import { type Change, diffFromEnd, diffPieces, splitGraphemes, splitWords } from './words.ts';

/** A stretch that both texts have: where it begins in the older one and in the newer one, in UTF-16 units. */
export type Kept = { from: number; to: number; length: number };

type Differ = typeof diffPieces;

/** Longer replacements are rewritten passages, in which single letters that agree say nothing. */
const longestInner = 400;

/** What of a replaced stretch still stands letter by letter, when at least half of it does: a word that was edited inside. */
function keptInside(removed: string, added: string, differ: Differ): Change[] | null {
  const longest = Math.max(removed.length, added.length);
  if (longest > longestInner) return null;
  const inner = differ(splitGraphemes(removed), splitGraphemes(added));
  return agreement(inner) * 2 >= longest ? inner : null;
}

/** How many units stand in runs of at least two that agree: single letters agree by chance. */
function agreement(changes: readonly Change[]): number {
  return changes.reduce((sum, { kind, text }) => sum + (kind === 'kept' && text.length > 1 ? text.length : 0), 0);
}

/** Whether some of the words that are missing may stand among those that took their place. */
export function mayHold(missing: string, instead: string): boolean {
  if (instead === '' || missing === '') return false;
  return agreement(diffPieces(splitGraphemes(missing), splitGraphemes(instead))) > 0;
}

function refine(changes: readonly Change[], differ: Differ): Change[] {
  const refined: Change[] = [];
  for (let at = 0; at < changes.length; at += 1) {
    const pair = changes.slice(at, at + 2);
    const removed = pair.find(({ kind }) => kind === 'removed');
    const added = pair.find(({ kind }) => kind === 'added');
    const inner = removed && added ? keptInside(removed.text, added.text, differ) : null;
    refined.push(...(inner ?? pair.slice(0, 1)));
    if (inner) at += 1;
  }
  return refined;
}

function align(before: string, after: string, differ: Differ): Kept[] {
  const kept: Kept[] = [];
  let [from, to] = [0, 0];
  for (const { kind, text } of refine(differ(splitWords(before), splitWords(after)), differ)) {
    if (kind === 'kept') kept.push({ from, to, length: text.length });
    if (kind !== 'added') from += text.length;
    if (kind !== 'removed') to += text.length;
  }
  return kept;
}

/** Where the stretches stand that two texts have in common, read from the beginning and from the end. */
export function alignTexts(before: string, after: string): [Kept[], Kept[]] {
  return [align(before, after, diffPieces), align(before, after, diffFromEnd)];
}

import { isRepeated, type Passage } from './search.ts';
import { type Change, diffWords } from './words.ts';

/** How much of the words around a quote is looked at. */
const around = 32;

/** As long as this, what changed in one place may be a block that was moved; typing and striking a few words is shorter. */
const longChange = 30;

/** Fewer characters that agree between two changes agree by chance, as spaces and small words do. */
const shortAgreement = 6;

/** So many characters in a row do not come twice by chance. */
const telling = 8;

type Region = { removed: string; added: string };

/** What was changed, place by place. */
function listRegions(changes: readonly Change[]): Region[] {
  const regions: Region[] = [];
  let open: Region | null = null;
  for (const { kind, text } of changes) {
    if (kind === 'kept' && text.length > shortAgreement) open = null;
    else {
      if (!open) regions.push((open = { removed: '', added: '' }));
      if (kind !== 'added') open.removed += text;
      if (kind !== 'removed') open.added += text;
    }
  }
  return regions;
}

function shareWords(text: string, context: string): boolean {
  for (let at = 0; at + telling <= text.length; at += 1) if (context.includes(text.slice(at, at + telling))) return true;
  return false;
}

/**
 * Whether the words of a passage stand a second time in `now`, in surroundings as like, while a long stretch that is like
 * them was changed: a block that was moved from one twin to the other reads as the other that stayed.
 */
export function isTangled(of: string, passage: Passage, now: string, found: Passage): boolean {
  if (!isRepeated(of, passage, now, found)) return false;
  const context = of.slice(Math.max(0, passage.start - around), passage.end + around);
  return listRegions(diffWords(of, now)).some(
    ({ removed, added }) =>
      Math.max(removed.length, added.length) >= longChange && (shareWords(removed, context) || shareWords(added, context)),
  );
}

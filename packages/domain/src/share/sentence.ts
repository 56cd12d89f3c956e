import type { ItemKind } from '../item/item.ts';
import { type LevelGroup, type Levels, levelGroups } from '../item/levels.ts';

/** What the groups are called in a sentence. */
export const groupWords: Record<LevelGroup, string> = {
  company: 'company name',
  pay: 'pay',
  equity: 'equity',
  benefits: 'benefits',
  dates: 'dates',
  notes: 'notes',
};

const kindWords: Record<ItemKind, string> = {
  opportunity: 'opportunity',
  mission: 'job mission',
  offer: 'offer',
  negotiation: 'negotiation',
  debrief: 'debrief',
  round: 'counter round',
};

/** Who a share is for: chosen members by name, or everybody in a council, those who join later included. */
export type Audience = { names: readonly string[]; council: string | null };

/** "Ana", "Ana and Ben", "Ana, Ben and Cara". */
export function joinWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function readersInWords({ names, council }: Audience): string {
  if (council === null) return joinWords(names);
  if (names.length === 0) return `Everybody who joins ${council}`;
  return `Everybody in ${council} (today ${joinWords(names)})`;
}

function offerInWords(levels: Levels): string {
  const at = (step: string) => levelGroups.filter((group) => levels[group] === step);
  const exact = at('exact').filter((group) => group !== 'company');
  const ranges = at('range');
  const hidden = at('hidden');
  const hasLetter = levels.letter === 'exact';
  if (hidden.length === levelGroups.length)
    return `that there is an offer, but nothing in it${hasLetter ? ' except the letter itself, with all that it says' : ''}`;
  const parts: string[] = hasLetter ? ['the letter itself, with all that it says'] : [];
  if (levels.company === 'exact') parts.push('the company name');
  if (exact.length > 0) parts.push(`exact ${joinWords(exact.map((group) => groupWords[group]))}`);
  if (ranges.length > 0) parts.push(`${joinWords(ranges.map((group) => groupWords[group]))} as a range`);
  if (hidden.length > 0)
    parts.push(
      `no ${joinWords(
        hidden.map((group) => groupWords[group]),
        'or',
      )}`,
    );
  return parts.length > 2 ? `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)}` : joinWords(parts);
}

/** What a share at these levels shows, without who and until when. */
export function whatInWords(kind: ItemKind, levels: Levels): string {
  if (kind === 'offer') return offerInWords(levels);
  return `this ${kindWords[kind]}, ${levels.company === 'exact' ? 'with' : 'without'} the company name`;
}

/**
 * The sentence that names the readers before anything leaves the owner's hands: "Ana and Ben will see pay as a range
 * and no company name, until 4 Dec. The role and how far you have come with it are shown too." `until` is the day in the owner's words, null for no end.
 */
export function shareSentence(kind: ItemKind, audience: Audience, levels: Levels, until: string | null): string {
  const end = until === null ? 'until you stop sharing' : `until ${until}`;
  // its page is open to whoever reads one thing of it
  return `${readersInWords(audience)} will see ${whatInWords(kind, levels)}, ${end}. The role and how far you have come with it are shown too.`;
}

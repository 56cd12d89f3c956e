import type { ItemKind } from '../item/item.ts';
import { type Levels, levelGroups } from '../item/levels.ts';
import { addUpLevels, findLastExpiry, pickEffectiveShares, type ShareGrant } from '../item/reach.ts';
import { joinWords, whatInWords } from './sentence.ts';

/** A standing share with the name of its council. */
export type NamedShare = ShareGrant & { councilName: string };

/** What a reader falls back to: through which councils, whether as one of all there, at which levels and until when. */
export type Afterwards = { councils: string[]; personal: boolean; levels: Levels; until: Date | null };

/**
 * What a reader sees once their own share in one council has ended at a moment: an ended share equals none, so what is
 * left counts. Null for nothing. Pass the rows that reach the reader (`reaches`); those aimed at them in `councilId`
 * are taken out.
 */
export function foreseeReaders(
  shares: readonly NamedShare[],
  { readerId, councilId }: { readerId: string; councilId: string },
  at: Date,
): Afterwards | null {
  const left = shares.filter((share) => share.readerId === null || share.councilId !== councilId);
  const levels = addUpLevels(left, readerId, at);
  if (!levels) return null;
  const rows = pickEffectiveShares(left, readerId, at);
  return {
    councils: [...new Set(rows.map(({ councilName }) => councilName))].sort(),
    personal: rows.some((row) => row.readerId === readerId),
    levels,
    until: findLastExpiry(rows),
  };
}

/** What ends the share that a sentence speaks of. */
export type When = 'After that' | 'If you stop now,' | 'After that, or if you stop now,';

type Falling = { name: string; after: Afterwards | null };

function sameAs(one: Afterwards): string {
  const { councils, personal, levels, until } = one;
  return JSON.stringify([councils, personal, levelGroups.map((group) => levels[group]), levels.letter, until?.getTime() ?? null]);
}

/**
 * One sentence for each group of readers who fall back to the same: "After that Ben sees what everybody in Thursday
 * table sees: exact pay, until 20 Dec." Nothing for those who see nothing then. `when` begins the sentence, `dayOf` puts
 * an end into the owner's words.
 */
export function afterwardsSentences(
  kind: ItemKind,
  when: When,
  readers: readonly Falling[],
  dayOf: (end: Date) => string,
): string[] {
  const groups = new Map<string, { after: Afterwards; names: string[] }>();
  for (const { name, after } of readers) {
    if (!after) continue;
    const group = groups.get(sameAs(after)) ?? { after, names: [] };
    group.names.push(name);
    groups.set(sameAs(after), group);
  }
  return [...groups.values()].map(({ after, names }) => {
    const { councils, personal, levels, until } = after;
    const see = names.length === 1 ? 'sees' : 'see';
    const source = personal ? `you share with them in ${joinWords(councils)}` : `everybody in ${joinWords(councils)} sees`;
    const end = until === null ? 'until you stop sharing' : `until ${dayOf(until)}`;
    return `${when} ${joinWords(names)} ${see} what ${source}: ${whatInWords(kind, levels)}, ${end}.`;
  });
}

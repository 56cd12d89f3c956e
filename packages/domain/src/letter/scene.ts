import type { Grant } from '../compensation/components.ts';
import type { Finding, Saying } from './letter.ts';
import type { Spot } from './spots.ts';
import type { Hit } from './topics.ts';

/** A passage with what was found in it, as the rules look at it. */
export type Scene = {
  passage: number;
  text: string;
  spots: readonly Spot[];
  hits: readonly Hit[];
  /** How many months are paid in a year, where the letter says it; several where that can be read in two ways. */
  months: readonly string[];
  /** Whether the letter breaks pay up: then each part is added to the others. */
  inPieces: boolean;
  /** Which kind of equity the passage speaks of, or else the letter. */
  kind: Grant['kind'];
};

/** What a figure of one value says; several where the words beside it can be read in two ways. */
export type Says = (value: string) => Saying | readonly Saying[] | null;

/** A finding of a figure: what it says by each value that it may have. */
export function foundAt(scene: Pick<Scene, 'passage'>, spot: Spot, says: Says): Finding[] {
  const [saying, ...others] = spot.values.flatMap((value) => says(value) ?? []);
  if (!saying) return [];
  const { from, to, currency } = spot;
  return [{ passage: scene.passage, from, to, currency, saying, others }];
}

const toward = /^\s?(?:to|through|and|–|—|-|bis|und|et|à|a|y|e|tot|en|〜|～|~|から)\s?$/iu;
const dash = /^\s?[–—〜～~-]\s?$/u;
const spans =
  /\b(?:range|between|from|comprise|zwischen|spanne|bandbreite|fourchette|entre|banda|tussen|tra)\b|(?<=\d)\s?[–~〜]/iu;

/** Amounts from one to another are no figure of this offer: neither of the two. */
export function inRange({ text, spots }: { text: string; spots: readonly Spot[] }, spot: Spot): boolean {
  const at = spots.indexOf(spot);
  const isToward = (between: string) => dash.test(between) || (toward.test(between) && spans.test(text));
  const near = (one: Spot | undefined, other: Spot | undefined) =>
    one !== undefined && other !== undefined && other.is === one.is && isToward(text.slice(one.to, other.from));
  return near(spots[at - 1], spot) || near(spot, spots[at + 1]);
}

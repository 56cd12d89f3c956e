import type { Spot } from './spots.ts';

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

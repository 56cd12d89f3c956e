/** A stretch of a text, in UTF-16 units, that cuts through no character. */
export type Passage = { start: number; end: number };

/** How much of the words around a quote is looked at. */
const contextLength = 32;

/** A quote is told from its like by what stands around it, or by being long enough to be itself. */
const longEnough = 12;

function sharedEnd(one: string, other: string): number {
  let count = 0;
  while (count < Math.min(one.length, other.length, contextLength) && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}

function sharedStart(one: string, other: string): number {
  let count = 0;
  while (count < Math.min(one.length, other.length, contextLength) && one[count] === other[count]) count += 1;
  return count;
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1 && found.length < 200; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

type Scored = { at: number; score: number };

/** The places where the quote stands in `now`, those whose surroundings agree best first. */
function rankPlaces(before: string, { start, end }: Passage, now: string): Scored[] {
  const [ahead, behind] = [before.slice(0, start), before.slice(end)];
  const length = end - start;
  return occurrences(now, before.slice(start, end))
    .map((at) => ({ at, score: sharedEnd(ahead, now.slice(0, at)) + sharedStart(behind, now.slice(at + length)) }))
    .toSorted((one, other) => other.score - one.score);
}

/** By how many characters of context the best place must be better than the next. */
const clearly = 8;

/** By how many the place an edit leads to must be better than a twin, for the twin to be left out. */
const farBetter = 24;

/**
 * Where the passage of `before` stands word for word in `now`. Of several places the one whose surroundings agree
 * clearly best; null when there is none, or none that is clearly the one. Words that stood twice before are not looked
 * for: what is found could be their twin.
 */
export function searchQuote(before: string, passage: Passage, now: string): Passage | null {
  const quote = before.slice(passage.start, passage.end);
  if (occurrences(before, quote).length > 1) return null;
  const [best, second] = rankPlaces(before, passage, now);
  if (!best) return null;
  const sure = second ? best.score >= second.score + clearly : quote.length >= longEnough || best.score >= 6;
  return sure ? { start: best.at, end: best.at + quote.length } : null;
}

/** Whether the words of a passage stand in `now` at a second place, and what surrounds them does not tell the two apart. */
export function isRepeated(before: string, passage: Passage, now: string, found: Passage): boolean {
  const places = rankPlaces(before, passage, now);
  const here = places.find(({ at }) => at === found.start)?.score ?? 0;
  return places.some(({ at, score }) => at !== found.start && score + farBetter > here);
}

/** Whether words that went from a quote came up somewhere else: moved, not deleted. */
export function wasMoved(before: string, missing: string, now: string): boolean {
  const words = missing.trim();
  return words !== '' && occurrences(now, words).length >= occurrences(before, words).length;
}

type Ending = { cost: number; start: number };

/** For each end in `now` the cheapest stretch that becomes the quote (Sellers 1980: edit distance with a free beginning). */
function cheapestEndings(quote: string, now: string): Ending[] {
  let column: Ending[] = Array.from({ length: quote.length + 1 }, (_, cost) => ({ cost, start: 0 }));
  const endings: Ending[] = [];
  for (let at = 0; at < now.length; at += 1) {
    const next: Ending[] = [{ cost: 0, start: at + 1 }];
    for (let row = 1; row <= quote.length; row += 1) {
      const [diagonal, left, above] = [column[row - 1], column[row], next[row - 1]];
      if (!diagonal || !left || !above) continue;
      const same = quote[row - 1] === now[at] ? 0 : 1;
      const start = row === 1 ? at : diagonal.start;
      const choices = [
        { cost: diagonal.cost + same, start },
        { cost: left.cost + 1, start: left.start },
        { cost: above.cost + 1, start: above.start },
      ];
      next.push(choices.reduce((best, one) => (one.cost < best.cost ? one : best)));
    }
    column = next;
    endings.push(next[quote.length] ?? { cost: quote.length, start: at });
  }
  return endings;
}

/** Words that much resemble the quote (at most a fifth of it differs), when no second place is nearly as like it. */
function findAlike(quote: string, text: string): Passage | null {
  const endings = cheapestEndings(quote, text);
  const ranked = endings.map((ending, at) => ({ ...ending, end: at + 1 })).toSorted((one, other) => one.cost - other.cost);
  const [best] = ranked;
  if (!best || best.cost > quote.length / 5) return null;
  const second = ranked.find(({ start, end }) => end <= best.start || start >= best.end);
  if (second && second.cost < best.cost + quote.length / 5) return null;
  return { start: best.start, end: best.end };
}

/** Where words much like the passage of `before` stand in `now`; not sought where `before` had their like twice. */
export function searchAlike(before: string, { start, end }: Passage, now: string): Passage | null {
  const quote = before.slice(start, end);
  if (quote.length < longEnough || quote.length * Math.max(before.length, now.length) > 4_000_000) return null;
  const found = findAlike(quote, before) && findAlike(quote, now);
  // where it begins and ends must be as it was: an edit at an end leaves open how far it reaches
  const whole = found && sharedStart(quote, now.slice(found.start)) > 3 && sharedEnd(quote, now.slice(0, found.end)) > 3;
  return whole ? found : null;
}

import type { ItemKind } from '../item/item.ts';

/** A part of a negotiation's room, each with words of its own. */
export type FoundPart = 'script' | 'ask' | 'objection' | 'evidence' | 'move' | 'term';

/** What can be found: a noun of the product. */
export type FoundKind = ItemKind | FoundPart | 'proof' | 'council' | 'backchannel' | 'comment' | 'help';

/** A text as words are looked for in it, and as it was written. */
export type Searched = { folded: string; written: () => string };

/** A thing with its place, and the text in which words are looked for. */
export type Findable = {
  kind: FoundKind;
  id: string;
  /** The room's opportunity; null for what stands under Council or Me. */
  opportunityId: string | null;
  title: string;
  /** The item that it is a part of, or the council; the conversation, of what is said in one. */
  within: { kind: ItemKind | 'council'; id: string; threadId: string | null } | null;
  /** Where it belongs: role and employer, or whose it is. */
  place: string;
  /** Everything else in it, for the words; of what is opened through the log, nothing. */
  text: Searched;
};

/** A hit: what was found, without its text but for the passage around the first word. */
export type Found = Omit<Findable, 'text'> & { passage: string };

/** Letters that have no decomposition and are looked for by their plain neighbours. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', ı: 'i', ß: 'ss', ς: 'σ' },
};

const foldRun = (run: string) =>
  run
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðæœıßς]/g, (letter) => plainLetters[letter] ?? letter);

// A letter by itself, an umlaut or a quotation mark, comes again at every line.
const single = new Map<string, string>();

function foldOne(run: string): string {
  if (run.length > 1) return foldRun(run);
  const folded = single.get(run) ?? foldRun(run);
  single.set(run, folded);
  return folded;
}

/** Text as it is compared: without case, accents and width. What is ASCII in it, most of most texts, is only put into lower case. */
export function fold(text: string): string {
  return text.replace(/[^\x00-\x7f]+/g, foldOne).toLowerCase();
}

export const searched = (text: string): Searched => ({ folded: fold(text), written: () => text });

/** The words that were typed, folded; punctuation separates. */
export function wordsIn(typed: string): string[] {
  return fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** How well a title answers: 0 it begins with the word, 1 one of its words does, 2 it holds it, 3 it does not. */
function rankOf(title: string, words: readonly string[]): number {
  const [first = ''] = words;
  if (title.startsWith(first)) return 0;
  if (words.every((word) => ` ${title.replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${word}`))) return 1;
  return words.every((word) => title.includes(word)) ? 2 : 3;
}

const around = 60;

/** Each letter that a text has, folded by itself: there are few, and they come again. */
function lettersFolded(letters: readonly string[]): string[] {
  const known = new Map<string, string>();
  return letters.map((letter) => {
    const folded = known.get(letter) ?? fold(letter);
    known.set(letter, folded);
    return folded;
  });
}

/** The words around the first hit in a text, shortened at both ends. '' where the text has none. */
export function passageOf(text: string, words: readonly string[]): string {
  // every letter by itself, so that what is folded away does not move the place
  const letters = [...text];
  const folded = lettersFolded(letters);
  const whole = folded.join('');
  const hit = Math.min(...words.map((word) => whole.indexOf(word)).filter((at) => at >= 0), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(hit)) return '';
  let at = 0;
  for (let length = 0; length < hit; at += 1) length += folded[at]?.length ?? 0;
  const [from, to] = [Math.max(0, at - around), Math.min(letters.length, at + around * 2)];
  // the marks of Markdown are no words
  const cut = letters
    .slice(from, to)
    .join('')
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${cut}${to < letters.length ? '…' : ''}`;
}

/** The first so many of a list in their order, without putting the others in order. */
function firstOf<One>(all: readonly One[], most: number, compare: (one: One, other: One) => number): One[] {
  const first: One[] = [];
  for (const one of all) {
    const last = first.at(-1);
    if (first.length === most && last !== undefined && compare(one, last) >= 0) continue;
    const at = first.findIndex((other) => compare(one, other) < 0);
    first.splice(at === -1 ? first.length : at, 0, one);
    if (first.length > most) first.pop();
  }
  return first;
}

/**
 * What holds every word, the best first and then in the order of the reader's language, at most `most`. Without a word
 * nothing is found.
 */
export function find(all: readonly Findable[], typed: string, locale: string, most: number): { found: Found[]; count: number } {
  const words = wordsIn(typed);
  if (words.length === 0) return { found: [], count: 0 };
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const hits = all.flatMap((one) => {
    const title = fold(`${one.title} ${one.place}`);
    const inTitle = words.every((word) => title.includes(word));
    if (!inTitle) {
      const whole = `${title} ${one.text.folded}`;
      if (!words.every((word) => whole.includes(word))) return [];
    }
    return [{ one, rank: rankOf(fold(one.title), words) }];
  });
  const first = firstOf(
    hits,
    most,
    (a, b) => a.rank - b.rank || compare(a.one.title, b.one.title) || compare(a.one.place, b.one.place),
  );
  const found = first.map(({ one: { text, ...shown } }) => ({ ...shown, passage: passageOf(text.written(), words) }));
  return { found, count: hits.length };
}

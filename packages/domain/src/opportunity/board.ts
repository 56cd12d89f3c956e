import type { Call } from './call.ts';
import { liveStages, type NextAct, type Stage } from './opportunity.ts';
import { countSilence, judgeSilence } from './silence.ts';

/** What a card of the board and a line of the list show. */
export type Card = {
  opportunityId: string;
  rev: number;
  company: string;
  role: string;
  level: string;
  place: string;
  targeted: boolean;
  stage: Stage;
  since: string;
  next: NextAct | null;
  /** The moment at which the nearest deadline of an offer ends (ISO), or null. */
  deadline: string | null;
  tags: string[];
  calls: Call[];
  followedOn: string | null;
  archived: boolean;
};

export type Column = { name: 'ended' | Stage; cards: Card[] };

export const orders = ['company', 'role', 'stage', 'since', 'next'] as const;
export type Order = (typeof orders)[number];

/** Which cards are looked at. `words`: found in role, company, place or a tag; `show`: what stands aside. */
export type Sieve = { words: string; tag: string | null; show: 'live' | 'silent' | 'archived' };

/** The silence of a card at `today`, the viewer's civil date, in days; null where nobody owes an answer. */
export function silenceOf(card: Card, today: string, now: Date): number | null {
  return countSilence(card, today, now);
}

const plainWords = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The cards that a sieve lets through. What is archived shows only where it is asked for. */
export function siftCards(cards: readonly Card[], { words, tag, show }: Sieve, today: string, now: Date): Card[] {
  const wanted = plainWords(words).split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    if (card.archived !== (show === 'archived')) return false;
    if (show === 'silent' && judgeSilence(silenceOf(card, today, now)) === 'none') return false;
    if (tag !== null && !card.tags.includes(tag)) return false;
    const text = plainWords([card.role, card.company, card.place, card.level, ...card.tags].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** Every tag that is used, each once, in the order of the alphabet. */
export function listTags(cards: readonly Pick<Card, 'tags'>[]): string[] {
  return [...new Set(cards.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b));
}

/** The columns of the board: one for each live stage, and one for what has ended. Most urgent first in each. */
export function buildColumns(cards: readonly Card[]): Column[] {
  const live = liveStages.map((stage) => ({ name: stage, cards: sortByUrgency(cards.filter((card) => card.stage === stage)) }));
  const ended = cards.filter((card) => !liveStages.some((stage) => stage === card.stage));
  return [...live, { name: 'ended', cards: [...ended].sort((a, b) => compare(b.since, a.since)) }];
}

/** By the day of the next act; without a day after those, without an act last; then the longest in its stage. */
export function sortByUrgency(cards: readonly Card[]): Card[] {
  return [...cards].sort((a, b) => compare(urgency(a), urgency(b)) || compare(a.since, b.since) || tie(a, b));
}

/** Whether the day of the next act has passed; `today` is the viewer's civil date. */
export function isOverdue(next: NextAct | null, today: string): boolean {
  return next !== null && next.on !== null && next.on < today;
}

/** The first deadline still to come at `now`, else the last that has passed, as ISO; null for none. */
export function findNearestDeadline(ends: readonly Date[], now: Date): string | null {
  const times = ends.map((end) => end.getTime()).sort((a, b) => a - b);
  const nearest = times.find((time) => time >= now.getTime()) ?? times.at(-1);
  return nearest === undefined ? null : new Date(nearest).toISOString();
}

/** The cards in the order of the list. */
export function sortCards(cards: readonly Card[], order: Order, ascending: boolean, rank: (stage: Stage) => number): Card[] {
  const by: Record<Order, (a: Card, b: Card) => number> = {
    company: (a, b) => a.company.localeCompare(b.company),
    role: (a, b) => a.role.localeCompare(b.role),
    stage: (a, b) => rank(a.stage) - rank(b.stage),
    since: (a, b) => compare(a.since, b.since),
    next: (a, b) => compare(urgency(a), urgency(b)),
  };
  return [...cards].sort((a, b) => (ascending ? 1 : -1) * by[order](a, b) || tie(a, b));
}

function urgency({ next }: Card): string {
  if (next === null) return '~~';
  return next.on ?? '~';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function tie(a: Card, b: Card): number {
  return compare(a.opportunityId, b.opportunityId);
}

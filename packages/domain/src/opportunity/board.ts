import { liveStages, type NextAct, type Stage } from './opportunity.ts';

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
};

export type Column = { name: 'ended' | Stage; cards: Card[] };

export const orders = ['company', 'role', 'stage', 'since', 'next'] as const;
export type Order = (typeof orders)[number];

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

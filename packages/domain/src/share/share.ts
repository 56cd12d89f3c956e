import { z } from 'zod';
import { invalid } from '../kernel/error.ts';

/** What can be shared. */
export const itemKinds = ['opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The groups of fields of which an offer's owner sets how much a reader sees. */
export const levelGroups = ['company', 'pay', 'equity', 'benefits', 'dates', 'notes'] as const;
export type LevelGroup = (typeof levelGroups)[number];

/** From least to most that is shown. */
export const levelSteps = ['hidden', 'range', 'exact'] as const;
export type Level = (typeof levelSteps)[number];
export type Levels = Record<LevelGroup, Level>;

const level = z.enum(levelSteps, 'Choose exact, range or hidden.');
/** A name and a note have no grid to be rounded to. */
const shownOrHidden = level.refine((step) => step !== 'range', 'Choose exact or hidden.');

/** The levels of one share, as they come over the wire and as they are kept. */
export const levels = z.strictObject({
  company: shownOrHidden,
  pay: level,
  equity: level,
  benefits: level,
  dates: level,
  notes: shownOrHidden,
});

/** What a first share of an offer proposes: ranges, no name, no notes. */
export const cautiousLevels: Levels = {
  company: 'hidden',
  pay: 'range',
  equity: 'range',
  benefits: 'range',
  dates: 'range',
  notes: 'hidden',
};

/** Levels of a share of anything but an offer: the text is shown as written, only the company's name is a choice. */
export function wholeLevels(company: 'exact' | 'hidden'): Levels {
  return { company, pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact', notes: 'exact' };
}

/** One grant of reading, to a whole council (readerId null) or to one member of it. */
export type ShareRow = {
  councilId: string;
  readerId: string | null;
  levels: Levels;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

/** Whether a share gives anything at this moment: not revoked, and before its expiry. */
export function isLive(share: Pick<ShareRow, 'expiresAt' | 'revokedAt'>, now: Date): boolean {
  return share.revokedAt === null && (share.expiresAt === null || share.expiresAt.getTime() > now.getTime());
}

/**
 * The live rows that count for the viewer: those aimed at the viewer, which beat the rows of whole councils, narrower
 * or wider; else those of whole councils. Pass only rows that reach the viewer (`reaches`): membership is not known here.
 */
export function effectiveShares<Row extends ShareRow>(shares: readonly Row[], viewerId: string, now: Date): Row[] {
  const live = shares.filter((share) => isLive(share, now));
  const mine = live.filter((share) => share.readerId === viewerId);
  return mine.length > 0 ? mine : live.filter((share) => share.readerId === null);
}

/** What the viewer may see of an item, or null for nothing: the rows that count add up, group by group, to the most. */
export function effectiveLevels(shares: readonly ShareRow[], viewerId: string, now: Date): Levels | null {
  const [first, ...others] = effectiveShares(shares, viewerId, now).map((row) => row.levels);
  return first ? others.reduce(widest, first) : null;
}

/** When what the viewer sees ends at the latest; null for no end. */
export function lastExpiry(rows: readonly Pick<ShareRow, 'expiresAt'>[]): Date | null {
  const ends = rows.map((row) => row.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  return Number.isFinite(last) ? new Date(last) : null;
}

/**
 * When what the viewer sees of an item ends, as far as they may know it. An offer's end follows from its deadline
 * (`defaultExpiry`), so it is told to those alone who see the dates as they are.
 */
export function shownExpiry(kind: ItemKind, shown: Levels, rows: readonly Pick<ShareRow, 'expiresAt'>[]): Date | null {
  return kind === 'offer' && shown.dates !== 'exact' ? null : lastExpiry(rows);
}

/** An active place in a council, and since when. */
export type Seat = { councilId: string; accountId: string; joinedAt: Date };

/**
 * Whether a share, if live, reaches this reader: owner and reader both sit in its council, the owner since before it
 * was made, and so the reader where it is aimed at one person. Who left and came back is not given the old shares.
 */
export function reaches(
  share: Pick<ShareRow, 'councilId' | 'readerId'> & { createdAt: Date },
  ownerId: string,
  readerId: string,
  seats: readonly Seat[],
): boolean {
  const seat = (id: string) => seats.find((one) => one.councilId === share.councilId && one.accountId === id);
  const owner = seat(ownerId);
  const reader = seat(readerId);
  if (!owner || !reader || owner.joinedAt > share.createdAt || ownerId === readerId) return false;
  return share.readerId === null || (share.readerId === readerId && reader.joinedAt <= share.createdAt);
}

/** Whether a share is worth showing to its owner: it reaches somebody now, or will reach whoever joins its council. */
export function stands(
  share: Pick<ShareRow, 'councilId' | 'readerId'> & { createdAt: Date },
  ownerId: string,
  seats: readonly Seat[],
): boolean {
  const here = seats.filter((seat) => seat.councilId === share.councilId);
  if (here.some((seat) => reaches(share, ownerId, seat.accountId, seats))) return true;
  return share.readerId === null && here.some((seat) => seat.accountId === ownerId && seat.joinedAt <= share.createdAt);
}

function wider(one: Level, other: Level): Level {
  return levelSteps.indexOf(one) >= levelSteps.indexOf(other) ? one : other;
}

function widest(one: Levels, other: Levels): Levels {
  return {
    company: wider(one.company, other.company),
    pay: wider(one.pay, other.pay),
    equity: wider(one.equity, other.equity),
    benefits: wider(one.benefits, other.benefits),
    dates: wider(one.dates, other.dates),
    notes: wider(one.notes, other.notes),
  };
}

const day = 86_400_000;

/** How many days a share of this kind may last at most. */
export function longestDays(kind: ItemKind): number {
  return kind === 'offer' ? 90 : 365;
}

/**
 * When a new share ends if the owner chooses nothing. Offers: seven days after the deadline (`deadline` is the moment
 * at which it ends), else 14 days from now, at most 90. Other items: null, until the owner stops sharing.
 */
export function defaultExpiry(kind: ItemKind, deadline: Date | null, now: Date): Date | null {
  if (kind !== 'offer') return null;
  const after = deadline ? deadline.getTime() + 7 * day : 0;
  const end = after > now.getTime() ? after : now.getTime() + 14 * day;
  return new Date(Math.min(end, now.getTime() + longestDays(kind) * day));
}

/** Refuses an expiry that is past, too far, or missing where one is due. */
export function checkExpiry(kind: ItemKind, expiresAt: Date | null, now: Date): void {
  if (expiresAt === null) {
    if (kind === 'offer') throw invalid('expiresAt', 'An offer is shared until a date. Choose one.');
    return;
  }
  if (expiresAt.getTime() <= now.getTime()) throw invalid('expiresAt', 'This date has passed. Choose a later one.');
  if (expiresAt.getTime() > now.getTime() + longestDays(kind) * day)
    throw invalid('expiresAt', `Share for at most ${longestDays(kind)} days.`);
}

/** The levels that are kept for an item of this kind. */
export function levelsFor(kind: ItemKind, chosen: Levels): Levels {
  return kind === 'offer' ? chosen : wholeLevels(chosen.company === 'exact' ? 'exact' : 'hidden');
}

/** One word for how much of an offer a share shows: for the chip. */
export function levelWord(shown: Levels): 'exact' | 'ranges' | 'partly hidden' {
  const steps = levelGroups.map((group) => shown[group]);
  if (steps.every((step) => step === 'exact')) return 'exact';
  return steps.includes('hidden') ? 'partly hidden' : 'ranges';
}

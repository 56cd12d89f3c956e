import { z } from 'zod';
import type { ItemKind } from './item.ts';

/** The groups of fields of which an offer's owner sets how much a reader sees. */
export const levelGroups = ['company', 'pay', 'equity', 'benefits', 'dates', 'notes'] as const;
export type LevelGroup = (typeof levelGroups)[number];

/** From least to most that is shown. */
export const levelScale = ['hidden', 'range', 'exact'] as const;
export type Level = (typeof levelScale)[number];
/** `letter`: whether the files kept with an offer are shown. It is no group of fields: a file shows all that is in it. */
export type Levels = Record<LevelGroup, Level> & { letter: Level };

const level = z.enum(levelScale, 'Choose exact, range or hidden.');
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
  // a share made before there were letters shows none
  letter: shownOrHidden.default('hidden'),
});

/** What a first share of an offer proposes: ranges, no name, no notes, no letter. */
export const cautiousLevels: Levels = {
  company: 'hidden',
  pay: 'range',
  equity: 'range',
  benefits: 'range',
  dates: 'range',
  notes: 'hidden',
  letter: 'hidden',
};

/** Levels of a share of anything but an offer: the text is shown as written, only the company's name is a choice. */
export function wholeLevels(company: 'exact' | 'hidden'): Levels {
  return { company, pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact', notes: 'exact', letter: 'hidden' };
}

function pickWider(one: Level, other: Level): Level {
  return levelScale.indexOf(one) >= levelScale.indexOf(other) ? one : other;
}

/** Group by group, the more of the two. */
export function widenLevels(one: Levels, other: Levels): Levels {
  return {
    company: pickWider(one.company, other.company),
    pay: pickWider(one.pay, other.pay),
    equity: pickWider(one.equity, other.equity),
    benefits: pickWider(one.benefits, other.benefits),
    dates: pickWider(one.dates, other.dates),
    notes: pickWider(one.notes, other.notes),
    letter: pickWider(one.letter, other.letter),
  };
}

/** The levels that are kept for an item of this kind. */
export function levelsFor(kind: ItemKind, chosen: Levels): Levels {
  return kind === 'offer' ? chosen : wholeLevels(chosen.company === 'exact' ? 'exact' : 'hidden');
}

/** One word for how much of an offer's fields a share shows: for the chip. */
export function levelWord(shown: Levels): 'exact' | 'ranges' | 'partly hidden' {
  const steps = levelGroups.map((group) => shown[group]);
  if (steps.every((step) => step === 'exact')) return 'exact';
  return steps.includes('hidden') ? 'partly hidden' : 'ranges';
}

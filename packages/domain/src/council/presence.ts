import type { z } from 'zod';
import { type Decision, no, yes } from '../kernel/decision.ts';
import { type CouncilFacts, seatOf } from './council.ts';
import { dayIn, type Occasion } from './occasion.ts';
import type { PresenceContent } from './presence-input.ts';

/** What a member has told one council about themselves. */
export type Presence = z.output<typeof PresenceContent> & { rev: number };

/** Where nobody has said anything yet. */
export const unsaid: Presence = { rev: 0, looking: '', zone: null, awayUntil: null, missing: [] };

/** Every member says what they like about themselves, and whether they come. */
export function canBePresent(council: Pick<CouncilFacts, 'closed' | 'seats'>, viewerId: string): Decision {
  if (council.closed) return no('This council is closed.');
  return seatOf(council, viewerId) ? yes : no('You are not in this council.');
}

/** Whether somebody cannot come: they said so of this meeting, or are away on its day in the council's zone. */
export function isMissing(presence: Pick<Presence, 'missing' | 'awayUntil'>, meeting: Occasion, zone: string): boolean {
  const away = presence.awayUntil !== null && dayIn(zone, meeting.startsAt) <= presence.awayUntil;
  return away || presence.missing.includes(meeting.on);
}

/** The meetings that somebody cannot come to, after they said so of one more or took it back; past ones are dropped. */
export function withMissing(missing: readonly string[], on: string, gone: boolean, today: string): string[] {
  const others = missing.filter((day) => day !== on && day >= today);
  return (gone ? [...others, on] : others).toSorted();
}

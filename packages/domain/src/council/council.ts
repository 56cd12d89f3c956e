export type CouncilRole = 'member' | 'moderator';

export type MembershipState = 'active' | 'alumnus' | 'left' | 'removed';

/**
 * How often a council meets: every week, every second week counted from one that has a meeting, on the nth weekday of a month
 * (5 is the last one), or on days of its own.
 */
export type Rhythm =
  | { kind: 'weekly' }
  | { kind: 'fortnightly'; from: string }
  | { kind: 'monthly'; nth: number }
  | { kind: 'dates'; on: string[] };

/** When a council meets: weekday 1 (Monday) to 7, local time in its zone, length in minutes; weekly where no rhythm is said. */
export type Cadence = { weekday: number; time: string; zone: string; minutes: number; rhythm?: Rhythm | undefined };

/** What became of the meeting that was planned for the day `on`: another day and time, or none (`to` is null). */
export type MeetingChange = { on: string; to: { on: string; time: string } | null };

/** A person's place in a council. `acceptedCharter` is the version last accepted. */
export type Seat = {
  accountId: string;
  role: CouncilRole;
  state: MembershipState;
  acceptedCharter: number;
};

/** What the rules need to know of a council: its charter's version, its seats and the invitations still open. */
export type CouncilFacts = {
  closed: boolean;
  charterVersion: number;
  seats: readonly Seat[];
  promised: number;
};

export const seatLimits = { least: 2, most: 12, recommendedFrom: 4, recommendedTo: 8, warnUnder: 3 };

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The seats that are taken now. */
export function listActiveSeats(council: Pick<CouncilFacts, 'seats'>): Seat[] {
  return council.seats.filter((seat) => seat.state === 'active');
}

/** The viewer's place while it is active, or null. */
export function seatOf(council: Pick<CouncilFacts, 'seats'>, accountId: string): Seat | null {
  return listActiveSeats(council).find((seat) => seat.accountId === accountId) ?? null;
}

/** How many people can still be invited. */
export function countOpenSeats(council: CouncilFacts): number {
  return Math.max(0, seatLimits.most - listActiveSeats(council).length - council.promised);
}

/** True while a member has a charter to accept: a new version asks everybody again, its author included. */
export function owesAcceptance(council: CouncilFacts, accountId: string): boolean {
  const seat = seatOf(council, accountId);
  return seat !== null && seat.acceptedCharter < council.charterVersion;
}

export type SeatAdvice = { tone: 'warn' | 'hint'; sentence: string } | null;

/** What to say about the size of a council: a warning under three, a hint outside four to eight. */
export function adviseSeats(council: CouncilFacts): SeatAdvice {
  const active = listActiveSeats(council).length;
  if (active < seatLimits.warnUnder) {
    return {
      tone: 'warn',
      sentence: `${active === 1 ? 'You are alone here' : 'Two is a conversation'}. A council needs at least three; four to eight work best.`,
    };
  }
  if (active < seatLimits.recommendedFrom) {
    return { tone: 'hint', sentence: 'Three can start. Four to eight work best.' };
  }
  if (active > seatLimits.recommendedTo) {
    return { tone: 'hint', sentence: 'With more than eight, some people get no time. Consider two councils.' };
  }
  return null;
}

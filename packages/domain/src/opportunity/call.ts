import { Temporal } from 'temporal-polyfill';

/** What kind of conversation with the employer it is. */
export const callKinds = ['recruiter', 'interview', 'final', 'negotiation', 'other'] as const;
export type CallKind = (typeof callKinds)[number];

/** How a call came out. `off`: it did not take place. */
export const callOutcomes = ['waiting', 'advanced', 'rejected', 'off'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** A dated conversation. `at`: a moment (ISO, UTC); `zone`: in which its time was agreed; `outcome` null until it is said. */
export type Call = {
  id: string;
  kind: CallKind;
  at: string;
  zone: string;
  minutes: number;
  withWhom: string;
  link: string;
  note: string;
  outcome: CallOutcome | null;
};

/** What a kind of call is called. */
export function callName(kind: CallKind): string {
  const names: Record<CallKind, string> = {
    recruiter: 'Recruiter call',
    interview: 'Interview',
    final: 'Final round',
    negotiation: 'Negotiation call',
    other: 'Call',
  };
  return names[kind];
}

/** A call in words: `Interview with Kim`. */
export function callTitle({ kind, withWhom }: Pick<Call, 'kind' | 'withWhom'>): string {
  return withWhom === '' ? callName(kind) : `${callName(kind)} with ${withWhom}`;
}

/** How a call came out, in words. */
export function outcomeName(outcome: CallOutcome): string {
  const names: Record<CallOutcome, string> = {
    waiting: 'No answer yet',
    advanced: 'It goes on',
    rejected: 'It ended there',
    off: 'It did not take place',
  };
  return names[outcome];
}

/** The moment at which a call ends, ISO in UTC. */
export function endOfCall({ at, minutes }: Pick<Call, 'at' | 'minutes'>): string {
  return new Date(new Date(at).getTime() + minutes * 60_000).toISOString();
}

/** The civil date on which a call begins, in the zone in which it was agreed. */
export function dayOfCall({ at, zone }: Pick<Call, 'at' | 'zone'>): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Whether a call is still to come, or under way, at `now`. One that is off is neither. */
export function isAhead(call: Call, now: Date): boolean {
  return call.outcome !== 'off' && endOfCall(call) > now.toISOString();
}

/** By their beginning, the earliest first. */
export function orderCalls<C extends Pick<Call, 'at' | 'id'>>(calls: readonly C[]): C[] {
  return calls.toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

/** The next call that is still to come at `now`, or null. */
export function findNextCall(calls: readonly Call[], now: Date): Call | null {
  return orderCalls(calls).find((call) => isAhead(call, now)) ?? null;
}

/** The list with this call in it: in the place of the one with its id, else at the end. */
export function placeCall(calls: readonly Call[], call: Call): Call[] {
  const known = calls.some(({ id }) => id === call.id);
  return known ? calls.map((one) => (one.id === call.id ? call : one)) : [...calls, call];
}

/** The latest day, in the zone of each call, on which one took place by `now`; null for none. */
export function lastCallDay(calls: readonly Call[], now: Date): string | null {
  const held = calls.filter(({ at, outcome }) => outcome !== 'off' && new Date(at) <= now);
  const days = held.map(dayOfCall).toSorted();
  return days.at(-1) ?? null;
}

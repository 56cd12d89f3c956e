import { Temporal } from 'temporal-polyfill';
import { civilDay, type Deadline, endOf } from '../offer/deadline.ts';
import type { NotificationKind } from './notification.ts';

const hour = 3_600_000;
/** How long before its deadline the owner of an offer is told. */
export const beforeDeadline = 48 * hour;
/** How long before the deadline of a round who has not sealed is told; not again when it was opened or recalled since. */
export const beforeRound = 24 * hour;
/** From this hour of the day on, on the clock of the person, a commitment of the day is said to be due. */
export const morning = 8;

/** One person's dated things. `told`: what they were told of them before. */
export type Dated = {
  zone: string;
  offers: readonly { offerId: string; deadline: Deadline | null }[];
  commitments: readonly { commitmentId: string; dueOn: string }[];
  /** Open rounds: their own, and those in which they are asked and have not sealed. */
  rounds: readonly { roundId: string; mine: boolean; deadlineAt: Date | null }[];
  told: readonly { kind: NotificationKind; subjectId: string; at: Date }[];
};

/** What is to be said, of which thing. */
export type Nearing = { kind: 'deadlineNears' | 'commitmentDue' | 'roundNears' | 'roundStuck'; subjectId: string };

const toldSince = ({ told }: Dated, subjectId: string, kinds: readonly NotificationKind[], since: number) =>
  told.some((one) => one.subjectId === subjectId && kinds.includes(one.kind) && one.at.getTime() >= since);

function nearOffers(dated: Dated, now: number): Nearing[] {
  return dated.offers.flatMap(({ offerId, deadline }): Nearing[] => {
    if (!deadline) return [];
    const end = Date.parse(endOf(deadline));
    const from = end - beforeDeadline;
    const near = from <= now && now < end && !toldSince(dated, offerId, ['deadlineNears'], from);
    return near ? [{ kind: 'deadlineNears', subjectId: offerId }] : [];
  });
}

function nearRounds(dated: Dated, now: number): Nearing[] {
  return dated.rounds.flatMap(({ roundId, mine, deadlineAt }): Nearing[] => {
    if (!deadlineAt) return [];
    const end = deadlineAt.getTime();
    if (mine) {
      const stuck = end <= now && !toldSince(dated, roundId, ['roundStuck'], end);
      return stuck ? [{ kind: 'roundStuck', subjectId: roundId }] : [];
    }
    const from = end - beforeRound;
    const recalled = toldSince(dated, roundId, ['roundNears', 'roundOpened', 'roundReminder'], from);
    return from <= now && now < end && !recalled ? [{ kind: 'roundNears', subjectId: roundId }] : [];
  });
}

function dueCommitments(dated: Dated, now: number): Nearing[] {
  const today = civilDay(new Date(now), dated.zone);
  const early = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(dated.zone).hour < morning;
  return dated.commitments.flatMap(({ commitmentId, dueOn }): Nearing[] => {
    if (dueOn > today || (dueOn === today && early)) return [];
    const said = dated.told.some(
      ({ kind, subjectId, at }) => kind === 'commitmentDue' && subjectId === commitmentId && civilDay(at, dated.zone) >= dueOn,
    );
    return said ? [] : [{ kind: 'commitmentDue', subjectId: commitmentId }];
  });
}

/** What the clock has to tell one person at this moment, each once for each day or deadline; one that is moved is told anew. */
export function listNearing(dated: Dated, now: Date): Nearing[] {
  return [nearOffers, nearRounds, dueCommitments].flatMap((look) => look(dated, now.getTime()));
}

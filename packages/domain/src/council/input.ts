import { z } from 'zod';
import { civilDate, id, line, prose, revision, someProse, zone } from '../kernel/input.ts';
import { charterLimit } from './charter.ts';

const sayTime = 'Give a time like 18:30.';

const time = z.string({ error: sayTime }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, sayTime);
const sayNth = 'Choose which week of the month.';
const most = 60;

const rhythm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekly') }),
  z.strictObject({ kind: z.literal('fortnightly'), from: civilDate }),
  z.strictObject({ kind: z.literal('monthly'), nth: z.int(sayNth).min(1, sayNth).max(5, sayNth) }),
  z.strictObject({
    kind: z.literal('dates'),
    on: z.array(civilDate).min(1, 'Add at least one day.').max(most, `Plan at most ${most} days.`),
  }),
]);

export const cadence = z.strictObject({
  weekday: z.int('Choose a weekday.').min(1, 'Choose a weekday.').max(7, 'Choose a weekday.'),
  time,
  zone,
  minutes: z
    .int('Give the length in minutes.')
    .min(15, 'A meeting lasts at least 15 minutes.')
    .max(240, 'A meeting lasts at most 240 minutes.'),
  rhythm: rhythm.optional(),
});

/** Where one meeting goes: a day and a time in the council’s zone. */
export const MovedMeeting = z.strictObject({ on: civilDate, time });

const about = {
  name: line(80, 'a name for the council'),
  purpose: prose(1_000, 'the purpose'),
  cadence,
};

const charterText = someProse(charterLimit, 'the charter');
const charterVersion = z.int('Which version of the charter?').min(1, 'A charter starts at version 1.').max(1_000_000);
const reason = someProse(1_000, 'a reason; the person removed will read it');

export const CreateCouncil = z.strictObject({ ...about, charter: charterText });
export const CouncilRef = z.strictObject({ councilId: id });
export const SaveCouncil = z.strictObject({ councilId: id, rev: revision, ...about });
/** `version` is the charter the edit is based on: the new one gets the next number. */
export const SaveCharter = z.strictObject({ councilId: id, version: charterVersion, text: charterText });
export const AcceptCharter = z.strictObject({ councilId: id, version: charterVersion });
export const RemoveMember = z.strictObject({ councilId: id, accountId: id, reason });
/** The meeting planned for `on`: moved to another day and time, left out (`skip`), or as it was planned again (`plan`). */
export const ChangeMeeting = z.strictObject({
  councilId: id,
  rev: revision,
  on: civilDate,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('move'), to: MovedMeeting }),
    z.strictObject({ kind: z.literal('skip') }),
    z.strictObject({ kind: z.literal('plan') }),
  ]),
});
export const HandOverCouncil = z.strictObject({ councilId: id, accountId: id });

const meetingChange = z.strictObject({ on: civilDate, to: MovedMeeting.nullable() });

/** What is sealed in a council's row. */
export const CouncilContent = z.strictObject({
  name: z.string(),
  purpose: z.string(),
  cadence,
  changes: z.array(meetingChange).default([]),
});
/** What is sealed in a charter's row. */
export const CharterContent = z.strictObject({ text: z.string() });
/** What is sealed for a person whose membership another ended. */
export const FarewellContent = z.strictObject({
  kind: z.enum(['removed', 'closed']),
  councilName: z.string(),
  reason: z.string(),
});

import { z } from 'zod';
import { id, line, prose, revision, someProse, zone } from '../kernel/input.ts';
import { charterLimit } from './charter.ts';

const sayTime = 'Give a time like 18:30.';

export const cadence = z.strictObject({
  weekday: z.int('Choose a weekday.').min(1, 'Choose a weekday.').max(7, 'Choose a weekday.'),
  time: z.string({ error: sayTime }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, sayTime),
  zone,
  minutes: z
    .int('Give the length in minutes.')
    .min(15, 'A meeting lasts at least 15 minutes.')
    .max(240, 'A meeting lasts at most 240 minutes.'),
});

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
export const HandOverCouncil = z.strictObject({ councilId: id, accountId: id });

/** What is sealed in a council's row. */
export const CouncilContent = z.strictObject({ name: z.string(), purpose: z.string(), cadence });
/** What is sealed in a charter's row. */
export const CharterContent = z.strictObject({ text: z.string() });
/** What is sealed for a person whose membership another ended. */
export const FarewellContent = z.strictObject({
  kind: z.enum(['removed', 'closed']),
  councilName: z.string(),
  reason: z.string(),
});

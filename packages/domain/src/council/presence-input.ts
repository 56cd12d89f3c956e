import { z } from 'zod';
import { civilDate, id, optionalLine, zone } from '../kernel/input.ts';

/** What a member says about themselves: what they look for, where they are, until when they are away. */
export const PresenceFields = z.strictObject({
  looking: optionalLine(160, 'what you look for'),
  zone: zone.nullable(),
  awayUntil: civilDate.nullable(),
});

const said = z.int('Which version of it?').min(0, 'Which version of it?').max(2_000_000_000);

/** presence.save: `rev` is 0 where nothing has been said yet. */
export const SavePresence = z.strictObject({ councilId: id, rev: said, presence: PresenceFields });
/** presence.miss: whether I cannot come to the meeting that is planned for `on`. */
export const MissMeeting = z.strictObject({ councilId: id, on: civilDate, missing: z.boolean() });

/** What is sealed in a presence's row. */
export const PresenceContent = PresenceFields.extend({ missing: z.array(civilDate) });

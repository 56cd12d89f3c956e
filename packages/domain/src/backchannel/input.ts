import { z } from 'zod';
import { civilDate, id, line, optionalLine, prose, revision } from '../kernel/input.ts';
import { answers, callbacks } from './backchannel.ts';

/** One question to one insider, as it comes over the wire and as it is kept. */
export const BackchannelFields = z.strictObject({
  contact: line(120, 'whom you ask'),
  relation: optionalLine(160, 'how they know them'),
  question: line(300, 'the question'),
  askedOn: civilDate.nullable(),
  answer: z.enum(answers, 'Choose yes, no or hesitated.').nullable(),
  words: prose(2000, 'their words'),
  callback: z.enum(callbacks, 'Say how soon they called back.').nullable(),
  redFlag: z.boolean('Say whether it is a red flag.'),
});

/** backchannel.list */
export const BackchannelOf = z.strictObject({ opportunityId: id });

/** backchannel.create */
export const CreateBackchannel = z.strictObject({ opportunityId: id, fields: BackchannelFields });

/** backchannel.save */
export const SaveBackchannel = z.strictObject({ backchannelId: id, rev: revision, fields: BackchannelFields });

/** backchannel.remove */
export const BackchannelRef = z.strictObject({ backchannelId: id });

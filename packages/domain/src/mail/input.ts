import { z } from 'zod';
import { id, list } from '../kernel/input.ts';
import { mailChoices } from './mail.ts';

const choice = z.enum(mailChoices, 'Choose when notices come.');

/** mail.save: when mail comes and when browsers are told, for all councils and for those that differ, and the hour of both. */
export const SaveMail = z.strictObject({
  standard: choice,
  pushes: choice,
  hour: z.int('Choose an hour.').min(0, 'Choose an hour.').max(23, 'Choose an hour.'),
  weekday: z.int('Choose a day.').min(1, 'Choose a day.').max(7, 'Choose a day.'),
  councils: list(z.strictObject({ councilId: id, choice: choice.nullable(), pushes: choice.nullable() }), 50, 'councils'),
});

/** What stands in the link that ends all mail: whose it is, and proof that Parley wrote it. */
export const stopToken = z.string().regex(/^[0-9a-f-]{36}\.[0-9a-f]{64}$/);

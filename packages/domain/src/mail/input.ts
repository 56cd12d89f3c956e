import { z } from 'zod';
import { id, list } from '../kernel/input.ts';
import { mailChoices } from './mail.ts';

const choice = z.enum(mailChoices, 'Choose when mail comes.');

/** mail.save: the choice for all councils, for those that differ, and the hour of daily and weekly mail. */
export const SaveMail = z.strictObject({
  standard: choice,
  hour: z.int('Choose an hour.').min(0, 'Choose an hour.').max(23, 'Choose an hour.'),
  weekday: z.int('Choose a day.').min(1, 'Choose a day.').max(7, 'Choose a day.'),
  councils: list(z.strictObject({ councilId: id, choice }), 50, 'councils'),
});

/** What stands in the link that ends all mail: whose it is, and proof that Parley wrote it. */
export const stopToken = z.string().regex(/^[0-9a-f-]{36}\.[0-9a-f]{64}$/);

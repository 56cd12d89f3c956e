import { Temporal } from 'temporal-polyfill';

/** When notices of a council come: by mail, and apart from it to the browsers that show them. */
export const mailChoices = ['atOnce', 'daily', 'weekly', 'never'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** Where and when somebody wants their daily or weekly mail. `weekday`: 1 is Monday. */
export type MailHour = { zone: string; hour: number; weekday: number };

/** What somebody chose for all councils: for mail, for browsers, and the hour of what comes daily or weekly. */
export type MailWish = { standard: MailChoice; pushes: MailChoice; hour: number; weekday: number };

/** What stands for everybody who has chosen nothing. */
export const usualMail: MailWish = { standard: 'atOnce', pushes: 'atOnce', hour: 8, weekday: 1 };

/** How long a notice is held, so that what comes in one breath goes in one mail, and what is taken back never goes. */
export const holdFor = 60_000;

const urgency: Record<MailChoice, number> = { never: 0, weekly: 1, daily: 2, atOnce: 3 };

/** Of several councils that somebody shares with who told them: the soonest choice, so that nothing wanted is missed. */
export function soonest(choices: readonly MailChoice[], standard: MailChoice): MailChoice {
  return choices.reduce<MailChoice | null>((best, one) => (best && urgency[best] >= urgency[one] ? best : one), null) ?? standard;
}

/**
 * When a notice goes, by mail or to browsers, in milliseconds since 1970 as a Date; null for never. Daily and weekly mean the next such hour
 * on the clock of the person's zone: an hour that a change of the clock skips is the one after it, one that comes twice the first.
 */
export function mailAt(choice: MailChoice, noticedAt: Date, { zone, hour, weekday }: MailHour): Date | null {
  if (choice === 'never') return null;
  const ready = new Date(noticedAt.getTime() + holdFor);
  if (choice === 'atOnce') return ready;
  const local = Temporal.Instant.fromEpochMilliseconds(ready.getTime()).toZonedDateTimeISO(zone);
  const day = local.toPlainDate().add({ days: choice === 'daily' ? 0 : (weekday - local.dayOfWeek + 7) % 7 });
  const at = (date: Temporal.PlainDate) =>
    date.toPlainDateTime({ hour }).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  const due = at(day) >= ready.getTime() ? at(day) : at(day.add({ days: choice === 'daily' ? 1 : 7 }));
  return new Date(due);
}

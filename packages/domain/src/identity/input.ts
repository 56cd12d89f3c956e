import { z } from 'zod';
import { civilDate, currency, line, list, locale, revision, zone } from '../kernel/input.ts';
import { lengthOf, longestOff, mostOff } from '../offer/days-off.ts';
import { findWeakness, normalizeAddress, passwordLength } from './identity.ts';
import { code, ShownPasskey } from './ways-input.ts';

const sayAddress = 'Write an e-mail address, like ana@example.org.';

/** An e-mail address in its compared form. Deliverability is not ours to judge, its shape is. */
export const address = z
  .string({ error: sayAddress })
  .max(254, 'This address is too long.')
  .transform(normalizeAddress)
  .refine(
    (text) => /^[^\s@<>"(),:;\\[\]\p{C}]{1,64}@[^\s@.<>"(),:;\\[\]\p{C}]+(\.[^\s@.<>"(),:;\\[\]\p{C}]+)+$/u.test(text),
    sayAddress,
  );

const typed = z
  .string({ error: 'Write your password.' })
  .max(passwordLength.most, `A password has at most ${passwordLength.most} characters.`)
  .refine((text) => !/\p{Cs}/u.test(text), 'This password contains a broken character.');

/** A password that exists already: no rules but a bound. */
export const password = typed.min(1, 'Write your password.');

/** A password being chosen. */
export const newPassword = typed
  .min(passwordLength.least, `Use at least ${passwordLength.least} characters. A short sentence works well.`)
  .superRefine((text, context) => {
    const reason = text.length < passwordLength.least ? null : findWeakness(text, '');
    if (reason !== null) context.addIssue({ code: 'custom', message: reason });
  });

export const displayName = line(60, 'the name your council will see');

const place = { timeZone: zone, locale, currency };

export const SignUp = z
  .strictObject({ email: address, displayName, password: newPassword, ...place })
  .superRefine((input, context) => {
    const reason = findWeakness(input.password, input.email);
    if (reason !== null) context.addIssue({ code: 'custom', path: ['password'], message: reason });
  });

/** identity.signIn: the code is asked for once the password was right, of who has an app for it. */
export const SignIn = z.strictObject({ email: address, password, code: code.optional() });

/** By what somebody shows once more that it is them: their password, or a passkey of theirs. */
export const shown = { password: password.optional(), passkey: ShownPasskey.optional() };

/** totp.begin, passkey.begin */
export const ShowSelf = z.strictObject(shown);

/** totp.confirm: the first code of the app, and whether to sign out on all other devices. */
export const ConfirmTotp = z.strictObject({ code, endOthers: z.boolean('Say yes or no.') });

/** totp.end: somebody shows themselves, and a code. */
export const EndTotp = z.strictObject({ ...shown, code });

/** totp.remake */
export const RemakeCodes = z.strictObject({ code });

/** identity.dropPassword */
export const DropPassword = z.strictObject({ passkey: ShownPasskey });

const isInCalendar = (...days: string[]) => days.every((day) => civilDate.safeParse(day).success);
const sayStretch = `Give a first and a last day, at most ${longestOff} days from one to the other.`;

/** Days on which a person does not work: first and last day of each stretch. */
const daysOff = list(
  z
    .strictObject({ from: civilDate, to: civilDate })
    .refine(({ from, to }) => isInCalendar(from, to) && lengthOf({ from, to }) >= 1 && lengthOf({ from, to }) <= longestOff, {
      path: ['to'],
      error: sayStretch,
    }),
  mostOff,
  'stretches of days off',
);

/** identity.saveProfile: without days off, those that are kept stay. */
export const SaveProfile = z.strictObject({ displayName, ...place, daysOff: daysOff.optional(), rev: revision });

export const EndSession = z.strictObject({
  sessionId: z.string({ error: 'Which session?' }).regex(/^[0-9a-f]{64}$/, 'This session is not one of ours.'),
});

/** identity.changePassword: who has none yet shows a passkey. */
export const ChangePassword = z.strictObject({
  current: password.optional(),
  passkey: ShownPasskey.optional(),
  next: newPassword,
});

export const resetToken = z
  .string({ error: 'The link is incomplete.' })
  .regex(/^[A-Za-z0-9_-]{43}$/, 'The link is incomplete. Copy all of it.');

/** identity.lookReset */
export const ResetRef = z.strictObject({ token: resetToken });

export const ResetPassword = z.strictObject({ token: resetToken, password: newPassword });

/** What is sealed in an account's row. */
export const ProfileContent = z.strictObject({
  email: z.string(),
  displayName: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  currency: z.string(),
  daysOff: daysOff.default([]),
});

/** What is sealed in a session's row. */
export const DeviceContent = z.strictObject({ name: z.string() });

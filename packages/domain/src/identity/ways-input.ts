import { z } from 'zod';
import { id, line } from '../kernel/input.ts';
import { readCode } from './code.ts';

const sayCode = 'Write the six digits that your app shows, or a recovery code.';

/** A code of an app or a recovery code, as it was typed. */
export const code = z
  .string({ error: sayCode })
  .max(60, sayCode)
  .refine((text) => readCode(text) !== null, sayCode);

const sayKey = 'This is not what a passkey answers.';
const base64 = (max: number) =>
  z
    .string(sayKey)
    .max(max, sayKey)
    .regex(/^[A-Za-z0-9_-]+$/, sayKey);
const extensions = z.record(z.string().max(40), z.unknown()).refine((given) => JSON.stringify(given).length <= 2_000, sayKey);
const outside = {
  id: base64(1_400),
  rawId: base64(1_400),
  type: z.literal('public-key', sayKey),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  clientExtensionResults: extensions,
};

/** What a browser answers when a passkey is shown. It is believed only once its signature was checked. */
export const ShownPasskey = z.strictObject({
  ...outside,
  response: z.strictObject({
    clientDataJSON: base64(4_000),
    authenticatorData: base64(4_000),
    signature: base64(4_000),
    userHandle: base64(200).optional(),
  }),
});
export type ShownPasskey = z.output<typeof ShownPasskey>;

const transports = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** What a browser answers when a passkey is made. */
export const MadePasskey = z.strictObject({
  ...outside,
  response: z.strictObject({
    clientDataJSON: base64(4_000),
    attestationObject: base64(20_000),
    authenticatorData: base64(4_000).optional(),
    transports: z.array(transports).max(10).optional(),
    publicKeyAlgorithm: z.int().min(-100_000).max(100_000).optional(),
    publicKey: base64(4_000).optional(),
  }),
});

export const passkeyName = line(60, 'a name by which you know this passkey');

/** passkey.add */
export const AddPasskey = z.strictObject({ name: passkeyName, made: MadePasskey });

/** passkey.remove */
export const PasskeyRef = z.strictObject({ passkeyId: id });

/** passkey.enter */
export const EnterByPasskey = z.strictObject({ passkey: ShownPasskey });

/** What is sealed of a passkey: the person's own name for it. */
export const PasskeyContent = z.strictObject({ name: z.string() });

/** What is sealed of a passkey for the desk alone: the public key and how a browser reaches it. */
export const CredentialContent = z.strictObject({ publicKey: z.string(), transports: z.array(transports) });

/** What is sealed of codes of an app: the secret, in base32. */
export const TotpContent = z.strictObject({ secret: z.string() });

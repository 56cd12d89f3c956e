import { z } from 'zod';
import { readEndpoint } from './endpoint.ts';

const sayWrong = 'This browser gave no address that Parley may call.';
const coded = (pattern: RegExp) => z.string(sayWrong).regex(pattern, sayWrong);

/** push.keep: where this browser takes notices, and the two keys that seal them for it (RFC 8291). Sealed as it is. */
export const KeepPush = z.strictObject({
  endpoint: z
    .string(sayWrong)
    .max(1_000, sayWrong)
    .refine((text) => readEndpoint(text) !== null, sayWrong),
  /** A point of the curve, 65 bytes that begin with 4. */
  p256dh: coded(/^B[\w-]{86}$/),
  /** 16 bytes. */
  auth: coded(/^[\w-]{22}$/),
});
export type PushContent = z.output<typeof KeepPush>;

/** push.end: on this device, or on all of them. */
export const EndPush = z.strictObject({ everywhere: z.boolean('Say whether on all devices.') });

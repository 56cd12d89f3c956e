import { z } from 'zod';
import { address, resetToken, shown } from '../identity/input.ts';

/** address.askReset: a link to a new password, by mail. */
export const AskReset = z.strictObject({ email: address });

/** address.look, address.confirm */
export const AddressLinkRef = z.strictObject({ token: resetToken });

/** address.change: somebody shows themselves again. */
export const ChangeAddress = z.strictObject({ email: address, ...shown });

/** What is sealed in the link of a change of address. */
export const AddressLinkContent = z.strictObject({ email: z.string() });

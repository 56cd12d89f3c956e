import { z } from 'zod';
import { id } from '../../kernel/input.ts';
import { fileName, mostBytes } from './attachment.ts';

/** Bytes as base64, four characters for three of them. What they hold is asked of the bytes themselves. */
const body = z
  .string({ error: 'Choose a file.' })
  .max(Math.ceil(mostBytes / 3) * 4, 'This file is over 5 MB. Scan it in a lower quality, or keep only the pages that count.')
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'This file came damaged. Choose it again.');

/** attachment.list */
export const AttachmentsOf = z.strictObject({ offerId: id });
/** attachment.keep: one file more, or one in the place of another, whose bytes are destroyed. */
export const KeepAttachment = z.strictObject({ offerId: id, replaces: id.nullable(), name: fileName, body });
/** attachment.open, attachment.remove */
export const AttachmentRef = z.strictObject({ attachmentId: id });

import { z } from 'zod';
import { line } from '../../kernel/input.ts';

/** What can be kept: decided by how the bytes begin, never by the name. */
export const attachmentKinds = ['pdf', 'png', 'jpeg', 'text'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Bytes of one file at most: 5 MB. */
export const mostBytes = 5 * 1024 * 1024;
/** Files of one offer at most. */
export const mostOfAnOffer = 5;
/** Bytes of all that one person keeps, at most: 50 MB. */
export const mostOfAPerson = 50 * 1024 * 1024;

const longestName = 120;

/** A file's name without its folder. */
export const fileName = line(longestName, 'the name of the file').refine(
  (name) => !/[/\\]/.test(name),
  'A file name has no slashes.',
);

/** What is sealed beside the bytes. `size` is the file's, in bytes. */
export const attachmentShape = z.strictObject({ name: fileName, kind: z.enum(attachmentKinds), size: z.int().min(1) });
export type Attachment = z.output<typeof attachmentShape>;

/** An attachment as those who may know of it have it; `keptAt` is a moment in UTC. */
export type KeptAttachment = Attachment & { attachmentId: string; keptAt: string };

export const kindWords: Record<AttachmentKind, string> = {
  pdf: 'PDF',
  png: 'PNG picture',
  jpeg: 'JPEG picture',
  text: 'Plain text',
};

const endings: Record<AttachmentKind, readonly string[]> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe'],
  text: ['txt', 'text'],
};

/** What a file picker offers. */
export const pickable = '.pdf,.png,.jpg,.jpeg,.txt,application/pdf,image/png,image/jpeg,text/plain';

/** `pdf` of `Letter.PDF`; null where a name has none. */
export function endingOf(name: string): string | null {
  return /\.([a-z][a-z0-9]{0,7})$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** Whether a name promises what the bytes are; a name without an ending promises nothing. */
export function isNamedAs(kind: AttachmentKind, name: string): boolean {
  const ending = endingOf(name);
  return ending === null || endings[kind].includes(ending);
}

/** The name under which a file is saved: its own, with the ending of what it is. */
export function savedName(name: string, kind: AttachmentKind): string {
  return endingOf(name) === null ? `${name}.${endings[kind][0]}` : name;
}

/** A name as the browser gives it, made fit to be kept: without invisible characters, short, its ending kept. */
export function tidyName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff/\\]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= longestName) return plain || 'letter';
  const ending = /\.[a-z][a-z0-9]{0,7}$/i.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, longestName - ending.length).replace(/\p{Cs}$/u, '');
  return `${stem.trim()}${ending}`;
}

import type { Person } from './world.ts';

/** What a browser sends of a file. */
export type Sent = {
  offerId: string;
  name: string;
  bytes: Uint8Array;
  replaces?: string;
  key?: string;
  more?: Record<string, string>;
};

/** Keeps a file as a browser does: raw, at the address of its procedure. */
export async function keepFile(person: Person, { offerId, name, bytes, replaces, key, more = {} }: Sent): Promise<Response> {
  return person.fetch('/trpc/attachment.keep', {
    method: 'POST',
    body: Uint8Array.from(bytes),
    headers: {
      'content-type': 'application/octet-stream',
      'x-parley-offer': offerId,
      'x-parley-name': Buffer.from(name).toString('base64url'),
      ...(replaces ? { 'x-parley-replaces': replaces } : {}),
      ...(key ? { 'x-parley-key': key } : {}),
      ...more,
    },
  });
}

/** Opens a file as a browser does, to save it. */
export async function openFile(person: Person, attachmentId: string): Promise<Response> {
  return person.fetch('/trpc/attachment.open', {
    method: 'POST',
    body: JSON.stringify({ attachmentId }),
    headers: { accept: 'application/octet-stream' },
  });
}

export const latinBytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The least that is a PDF; `more` stands among its objects. */
export const pdfOf = (more = ''): Uint8Array =>
  latinBytes(`%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj ${more}\ntrailer << /Root 1 0 R >>\n%%EOF`);

/** A letter kept with an offer, which no share shows. */
export async function keepLetter(owner: Person, offerId: string, mark: string): Promise<string> {
  const body = Buffer.from(`${mark}-letter`).toString('base64');
  const kept = await owner.api.attachment.keep.mutate({ offerId, replaces: null, name: `${mark}-file.txt`, body });
  return kept.attachmentId;
}

import { invalid } from '../../kernel/error.ts';
import { type AttachmentKind, endingOf, isNamedAs, kindWords, mostBytes } from './attachment.ts';
import { type Inflate, lookIntoPdf, type PdfVerdict } from './pdf.ts';

const begins = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

const starts: readonly { kind: AttachmentKind; start: readonly number[] }[] = [
  // %PDF-
  { kind: 'pdf', start: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  // the signature and the first chunk, which is always IHDR of 13 bytes
  { kind: 'png', start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52] },
  { kind: 'jpeg', start: [0xff, 0xd8, 0xff] },
];

/** Tab, line feed, form feed, carriage return: the controls that a letter in plain text has. */
const plainControls = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** As the MIME sniffing standard: bytes that no text holds. Which encoding it is does not matter here. */
const isText = (bytes: Uint8Array) => bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || plainControls.has(byte));

/** Tags that make a browser, or another program, run or draw what it reads. */
const markup = /<(!doctype|\?xml|html|head|body|script|svg|iframe|object|embed|style|img|a\s)|^\s*(\{\\rtf|%!ps)/i;

const latin = new TextDecoder('latin1');

/** What a file is by how it begins (WHATWG MIME Sniffing); null for anything that is not kept. */
export function kindOf(bytes: Uint8Array): AttachmentKind | null {
  const found = starts.find(({ start }) => begins(bytes, start));
  if (found) return found.kind;
  return bytes.length > 0 && isText(bytes) && !markup.test(latin.decode(bytes)) ? 'text' : null;
}

const sayPdf: Record<Exclude<PdfVerdict, 'clean'>, string> = {
  script: 'This PDF holds a script, and Parley keeps none. Print it to a new PDF, and keep that one.',
  locked: 'This PDF is locked, so it cannot be checked for scripts. Print it to a new PDF, and keep that one.',
  unreadable: 'This PDF is packed in a way that cannot be checked for scripts. Print it to a new PDF, and keep that one.',
};

/** What is wrong with the bytes' number alone; null when nothing is. Both ends ask it, the browser before it sends. */
export function wrongSize(size: number): string | null {
  if (size === 0) return 'This file is empty. Choose the letter itself.';
  if (size > mostBytes) return 'This file is over 5 MB. Scan it in a lower quality, or keep only the pages that count.';
  return null;
}

/** What is wrong with a file that can be seen without unpacking it; null when nothing is. */
export function wrongAtSight(name: string, bytes: Uint8Array): string | null {
  const size = wrongSize(bytes.length);
  if (size) return size;
  const kind = kindOf(bytes);
  if (kind === null && isText(bytes))
    return 'This is a page or a drawing that can hold a script, and Parley keeps none. Save the letter as a PDF, and keep that.';
  if (kind === null) return 'Parley keeps PDF, PNG, JPEG and plain text. This file is something else.';
  if (isNamedAs(kind, name)) return null;
  const what = kind === 'text' ? 'holds plain text' : `holds a ${kindWords[kind]}`;
  return `This file is called .${endingOf(name)} but ${what}. Choose the letter itself, or give it its right name.`;
}

/** What a file is. Throws `invalid` at `body` with the sentence for its field when it is not to be kept. */
export function checkFile(name: string, bytes: Uint8Array, inflate: Inflate): AttachmentKind {
  const wrong = wrongAtSight(name, bytes);
  const kind = kindOf(bytes);
  if (wrong || kind === null) throw invalid('body', wrong ?? '');
  const verdict = kind === 'pdf' ? lookIntoPdf(bytes, inflate) : 'clean';
  if (verdict !== 'clean') throw invalid('body', sayPdf[verdict]);
  return kind;
}

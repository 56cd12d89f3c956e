/** `unreadable`: objects are packed so that nobody can say what they are. */
export type PdfVerdict = 'clean' | 'script' | 'locked' | 'unreadable';

/** Unpacks zlib's format into at most so many bytes; null when it is none, or larger. */
export type Inflate = (packed: Uint8Array, most: number) => Uint8Array | null;

/** More than this is unpacked of no file. */
const mostUnpacked = 40 * 1024 * 1024;
/** A letter has some hundred objects. */
const mostObjects = 50_000;

// one byte, one character: an offset in the text is one in the bytes
const latin = new TextDecoder('latin1');

/** Where an object begins (ISO 32000-1, 7.3.10). Found wherever it stands, also inside of what claims to be a stream. */
const objects = /(?<![\d])\d{1,10}[\s\0]+\d{1,5}[\s\0]+obj(?![a-z])/g;

const ends = '(?=[\\s\\0()<>\\[\\]{}/%]|$)';
/** Names that make a reader run something (12.6.4, 12.7.8, 13.6). */
const running = new RegExp(`/(JS|JavaScript|Launch|RichMedia|XFA)${ends}`);
const encrypted = new RegExp(`/Encrypt${ends}`);
const objectStream = new RegExp(`/ObjStm${ends}`);
const packed = new RegExp(`/Filter${ends}`);
/** The one way to pack objects that is unpacked here; every writer of today uses it. */
const deflated = new RegExp(`/Filter[\\s\\0]*(/FlateDecode${ends}|\\[[\\s\\0]*/FlateDecode[\\s\\0]*\\])`);
/** Unpacked bytes that are then put in another order, or whose order stands elsewhere. */
const reordered = new RegExp(`/Predictor[\\s\\0]*(?!1${ends})|/DecodeParms[\\s\\0]*\\d`);

const closes = (char: string) => (char === '(' ? 1 : char === ')' ? -1 : 0);

/** Without strings and comments, which are words and no names (7.2.3, 7.3.4.2); then names with their `#xx` read (7.3.5). */
function namesIn(text: string): string {
  let out = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (depth > 0 && char === '\\') at += 1;
    else if (depth > 0 || char === '(') depth += closes(char);
    else if (char === '%') at = endOfLine(text, at);
    else out += char;
  }
  return out.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function endOfLine(text: string, from: number): number {
  const line = /[^\r\n]*/y;
  line.lastIndex = from;
  line.exec(text);
  return line.lastIndex;
}

type Part = { head: string; content: string | null; start: number; tail: string };

/** An object's dictionary, its stream and where that starts, and what follows. */
function partsOf(text: string, from: number, to: number): Part {
  const own = text.slice(from, to);
  const start = />>[\s\0]*stream\r?\n/.exec(own);
  if (!start) return { head: own, content: null, start: to, tail: '' };
  const begin = start.index + start[0].length;
  const end = own.indexOf('endstream', begin);
  const until = end < 0 ? own.length : end;
  return { head: own.slice(0, begin), content: own.slice(begin, until), start: from + begin, tail: own.slice(until) };
}

/** What the objects packed in a stream say; null when they cannot be unpacked. The packing says where it ends, no word after it. */
function unpack(head: string, bytes: Uint8Array, inflate: Inflate, left: number): string | null {
  if (!deflated.test(head) || reordered.test(head) || left <= 0) return null;
  const plain = inflate(bytes, left);
  return plain && latin.decode(plain);
}

/**
 * Whether a PDF holds a script, or may hold one that cannot be seen: every object is looked at, packed ones too. Its work
 * grows with the file and with what is unpacked of it, both bounded. What pages draw is not looked at: nothing runs there.
 */
export function lookIntoPdf(bytes: Uint8Array, inflate: Inflate): PdfVerdict {
  const text = latin.decode(bytes);
  const starts = [0, ...[...text.matchAll(objects)].map(({ index }) => index), text.length];
  if (starts.length > mostObjects) return 'unreadable';
  let left = mostUnpacked;
  let verdict: PdfVerdict = 'clean';
  for (const [at, from] of starts.entries()) {
    const { head, content, start, tail } = partsOf(text, from, starts[at + 1] ?? text.length);
    const names = namesIn(head);
    const around = `${names} ${namesIn(tail)}`;
    if (encrypted.test(around)) return 'locked';
    if (running.test(around)) return 'script';
    const isPacked = packed.test(names);
    if (content === null || (isPacked && !objectStream.test(names))) continue;
    const inside = isPacked ? unpack(names, bytes.subarray(start), inflate, left) : content;
    if (inside === null) verdict = 'unreadable';
    else if (running.test(namesIn(inside))) return 'script';
    left -= inside?.length ?? 0;
  }
  return verdict;
}

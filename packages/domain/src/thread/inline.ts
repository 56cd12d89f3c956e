/** A run of text inside a line. A link carries the host it leads to, and the screen always shows it. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'bold'; inner: Inline[] }
  | { kind: 'italic'; inner: Inline[] }
  | { kind: 'link'; href: string; host: string; text: string };

const deepest = 4;
const namedLink = /\[([^[\]]{1,300})\]\((https?:\/\/[^\s()<>]{1,2000})\)/iy;
const bareLink = /https?:\/\/[^\s<>()[\]"'`]{1,2000}/iy;
const escaped = /\\([\\`*_[\]()>#.-])/y;
const wordCharacter = /[\p{L}\p{N}_]/u;

type Taken = { run: Inline; next: number };

/** Reads one line. Whatever is not understood stays the text that was typed. */
export function parseInline(line: string): Inline[] {
  return read(line, 0);
}

function read(line: string, depth: number): Inline[] {
  const runs: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < line.length) {
    const taken = take(line, at, depth);
    if (taken === null) {
      plain += line[at];
      at += 1;
      continue;
    }
    if (taken.run.kind === 'text') plain += taken.run.text;
    else {
      if (plain) runs.push({ kind: 'text', text: plain });
      plain = '';
      runs.push(taken.run);
    }
    at = taken.next;
  }
  if (plain) runs.push({ kind: 'text', text: plain });
  return runs;
}

function take(line: string, at: number, depth: number): Taken | null {
  const mark = line[at];
  if (mark === '\\') return takeEscape(line, at);
  if (mark === '`') return takeCode(line, at);
  if (mark === '[') return takeNamedLink(line, at);
  if (mark === 'h' || mark === 'H') return takeBareLink(line, at);
  if (mark !== '*' && mark !== '_') return null;
  if (depth >= deepest) return null;
  if (mark === '*' && line[at + 1] === '*') return takeEmphasis(line, at, '**', depth);
  return takeEmphasis(line, at, mark, depth);
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

function takeEscape(line: string, at: number): Taken | null {
  const found = matchAt(escaped, line, at);
  return found ? { run: { kind: 'text', text: found[1] ?? '' }, next: at + 2 } : null;
}

function takeCode(line: string, at: number): Taken | null {
  const close = line.indexOf('`', at + 1);
  if (close <= at + 1) return null;
  return { run: { kind: 'code', text: line.slice(at + 1, close) }, next: close + 1 };
}

function takeNamedLink(line: string, at: number): Taken | null {
  const found = matchAt(namedLink, line, at);
  const target = safeTarget(found?.[2] ?? '');
  if (!found || !target || line[at - 1] === '!') return null;
  return { run: { kind: 'link', ...target, text: found[1] ?? target.host }, next: at + found[0].length };
}

function takeBareLink(line: string, at: number): Taken | null {
  if (wordCharacter.test(line[at - 1] ?? ' ')) return null;
  const address = matchAt(bareLink, line, at)?.[0].replace(/[.,;:!?*_~]+$/, '') ?? '';
  const target = safeTarget(address);
  return target && { run: { kind: 'link', ...target, text: address }, next: at + address.length };
}

/** Only http(s) with a plain host: an address with a name before an @ is made to mislead. */
function safeTarget(address: string): { href: string; host: string } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username || url.password || !url.host) return null;
  return { href: url.href, host: url.host };
}

function takeEmphasis(line: string, at: number, mark: '*' | '_' | '**', depth: number): Taken | null {
  const start = at + mark.length;
  if (/^\s?$/.test(line[start] ?? '')) return null;
  if (mark === '_' && wordCharacter.test(line[at - 1] ?? ' ')) return null;
  const close = closing(line, start + 1, mark);
  if (close === -1) return null;
  const inner = read(line.slice(start, close), depth + 1);
  return { run: { kind: mark === '**' ? 'bold' : 'italic', inner }, next: close + mark.length };
}

function closing(line: string, from: number, mark: '*' | '_' | '**'): number {
  for (let at = line.indexOf(mark, from); at !== -1; at = line.indexOf(mark, at + 1)) {
    const double = mark === '*' && (line[at + 1] === '*' || line[at - 1] === '*');
    const inWord = mark === '_' && wordCharacter.test(line[at + 1] ?? ' ');
    if (!double && !inWord && !/\s/.test(line[at - 1] ?? ' ')) return mark === '**' && line[at + 2] === '*' ? at + 1 : at;
  }
  return -1;
}

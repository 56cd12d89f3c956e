import { type Inline, parseInline } from './inline.ts';

/** A comment as a tree that a screen draws with its own elements; no HTML exists in it, so none can be injected. */
export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'quote'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; start: number; entries: Inline[][] }
  | { kind: 'code'; text: string };

const fence = /^```/;
const quote = /^>\s?/;
const bullet = /^[-*]\s+(?=\S)/;
const numbered = /^(\d{1,3})[.)]\s+(?=\S)/;

type Reading = { block: Block; next: number };

/**
 * Reads the safe subset of Markdown that comments are written in: paragraphs with line breaks, bold, italic, code,
 * fenced code, bullet and numbered lists, quotes, and links to http(s) addresses. No images, headings or HTML: these
 * stay visible as the text that was typed. Never throws; time grows with the length of the text.
 */
export function parseMarkdown(text: string): Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (textAt(lines, at).trim() === '') {
      at += 1;
      continue;
    }
    const { block, next } = readBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

function textAt(lines: string[], at: number): string {
  return lines[at] ?? '';
}

function readBlock(lines: string[], at: number): Reading {
  const first = textAt(lines, at);
  if (fence.test(first)) return readCode(lines, at);
  if (quote.test(first)) return readQuote(lines, at);
  if (bullet.test(first)) return readList(lines, at, bullet);
  if (numbered.test(first)) return readList(lines, at, numbered);
  return readParagraph(lines, at);
}

function readCode(lines: string[], at: number): Reading {
  const close = lines.findIndex((line, index) => index > at && fence.test(line));
  const end = close === -1 ? lines.length : close;
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function endOf(lines: string[], at: number, belongs: (line: string) => boolean): number {
  let end = at;
  while (end < lines.length && belongs(textAt(lines, end))) end += 1;
  return end;
}

function readQuote(lines: string[], at: number): Reading {
  const next = endOf(lines, at, (line) => quote.test(line));
  const inner = lines.slice(at, next).map((line) => parseInline(line.replace(quote, '')));
  return { block: { kind: 'quote', lines: inner }, next };
}

function readList(lines: string[], at: number, marker: RegExp): Reading {
  const next = endOf(lines, at, (line) => marker.test(line));
  const entries = lines.slice(at, next).map((line) => parseInline(line.replace(marker, '')));
  const start = Number(numbered.exec(textAt(lines, at))?.[1] ?? 1);
  return { block: { kind: 'list', ordered: marker === numbered, start, entries }, next };
}

function readParagraph(lines: string[], at: number): Reading {
  const opens = (line: string) => [fence, quote, bullet, numbered].some((mark) => mark.test(line));
  const next = endOf(lines, at + 1, (line) => line.trim() !== '' && !opens(line));
  return { block: { kind: 'paragraph', lines: lines.slice(at, next).map(parseInline) }, next };
}

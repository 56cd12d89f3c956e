import { address } from '../identity/input.ts';

/** `Ana <ana@example.org>` is an address with a name before it. */
const bare = (piece: string) => /<([^<>]*)>\s*$/.exec(piece)?.[1] ?? piece;

/**
 * Addresses as somebody pastes them: on lines, with commas or semicolons, with names before them, or with spaces between. Each
 * comes once, in its compared form; what is none is answered as it was written.
 */
export function readAddresses(text: string): { emails: string[]; wrong: string[] } {
  const pieces = text
    .split(/[\n,;]/)
    .map((piece) => piece.trim())
    .flatMap((piece) => (piece.includes('<') ? [piece] : piece.split(/\s+/)))
    .filter((piece) => piece !== '');
  const read = pieces.map((piece) => ({ piece, parsed: address.safeParse(bare(piece)) }));
  return {
    emails: [...new Set(read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])))],
    wrong: read.flatMap(({ piece, parsed }) => (parsed.success ? [] : [piece])),
  };
}

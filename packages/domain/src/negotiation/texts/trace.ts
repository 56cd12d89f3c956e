import { findNumbers } from '../plan/number-spot.ts';
import type { Field, Line, Piece } from './text.ts';

/** A stretch of an edited text: what a field stands behind, a figure that no field has, a gap that is still open, or words. */
export type Traced = { text: string; from: number; is: 'words' | 'loose' | 'gap'; field: null } | TracedField;
type TracedField = { text: string; from: number; is: 'field'; field: Field };

type Claim = { from: number; to: number; field: Field };

/** Where each piece stands in the text now: in the order of the text that it was composed as, else wherever it is found. */
function claimsIn(text: string, pieces: readonly Piece[]): Claim[] {
  const claims: Claim[] = [];
  const isFree = (from: number, to: number) => claims.every((one) => one.to <= from || one.from >= to);
  const find = (words: string, after: number) => {
    for (let from = text.indexOf(words, after); from >= 0; from = text.indexOf(words, from + 1))
      if (isFree(from, from + words.length)) return from;
    return -1;
  };
  let at = 0;
  for (const { text: words, field, missing } of pieces) {
    if (field === null || missing || words === '') continue;
    const next = find(words, at);
    const from = next >= 0 ? next : find(words, 0);
    if (from < 0) continue;
    claims.push({ from, to: from + words.length, field });
    at = from + words.length;
  }
  return claims.sort((a, b) => a.from - b.from);
}

/** Below that a number is a count in a sentence. */
const leastLoose = 10;

function looseIn(text: string, claims: readonly Claim[], locale: string): { from: number; to: number }[] {
  return findNumbers(text, locale).filter(
    ({ from, to, values }) =>
      values.some((value) => Math.abs(Number(value)) >= leastLoose) && claims.every((one) => one.to <= from || one.from >= to),
  );
}

/** The text cut into what fields stand behind and what not, in order; joined, it is the text. */
export function traceText(text: string, lines: readonly Line[], locale: string): Traced[] {
  const claims = claimsIn(text, lines.flat());
  const gaps = [...text.matchAll(/\[[^[\]\n]{1,80}\]/g)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
  const marked = [
    ...claims.map((one) => ({ ...one, is: 'field' as const })),
    ...gaps.map((one) => ({ ...one, is: 'gap' as const })),
    ...looseIn(text, [...claims, ...gaps.map((one) => ({ ...one, field: { label: '', at: 'plan' as const } }))], locale).map(
      ({ from, to }) => ({ from, to, is: 'loose' as const }),
    ),
  ].sort((a, b) => a.from - b.from);
  const traced: Traced[] = [];
  let at = 0;
  const plain = (to: number) => to > at && traced.push({ text: text.slice(at, to), from: at, is: 'words', field: null });
  for (const one of marked) {
    if (one.from < at) continue;
    plain(one.from);
    const here = { text: text.slice(one.from, one.to), from: one.from };
    traced.push(one.is === 'field' ? { ...here, is: 'field', field: one.field } : { ...here, is: one.is, field: null });
    at = one.to;
  }
  plain(text.length);
  return traced;
}

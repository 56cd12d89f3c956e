import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { minor } from '../kernel/input.ts';
import { AddMove } from '../negotiation/ledger/input.ts';
import { RecordOutcome } from '../negotiation/outcome/input.ts';
import { largestAmount } from '../negotiation/package.ts';
import { SetWalkAway } from '../negotiation/plan/input.ts';
import { CreateOffer, SaveOffer } from '../offer/input.ts';
import { SaveRound, SealCounter } from '../round/input.ts';
import { canBring, cutArchive, pieceLength, replaceIds } from './archive.ts';
import { composePages } from './write-pages.ts';
import { labelOf, moneyNames, writeValue } from './write-value.ts';

const id = (digit: number) => `01a21a82-0000-7000-8000-00000000000${digit}`;

describe('an archive', () => {
  it('is brought into an account that is empty', () => {
    expect(canBring({ opportunities: 0, lists: 0 }).allowed).toBe(true);
    expect(canBring({ opportunities: 1, lists: 0 }).allowed).toBe(false);
    expect(canBring({ opportunities: 0, lists: 1 }).allowed).toBe(false);
  });

  it('is cut into pieces that are all of it', () => {
    const text = 'é{"'.repeat(9_000);
    const pieces = cutArchive(text);
    expect(pieces.join('')).toBe(text);
    expect(Math.max(...pieces.map((piece) => JSON.stringify(piece).length * 3))).toBeLessThan(64 * 1024 + pieceLength);
    expect(cutArchive('')).toEqual([]);
  });

  it('changes ids wherever they stand, and nothing else', () => {
    const text = JSON.stringify({ id: id(1), cites: [id(1), id(2)], words: `see ${id(1)}` });
    expect(JSON.parse(replaceIds(text, new Map([[id(1), id(9)]])))).toEqual({
      id: id(9),
      cites: [id(9), id(2)],
      words: `see ${id(9)}`,
    });
  });
});

/** The names under which a schema takes money: a whole number of the smallest unit. */
function moneyIn(schema: unknown, name = '', seen = new Set<unknown>()): string[] {
  if (schema instanceof z.ZodNumber) return schema === minor || schema.maxValue === largestAmount ? [name] : [];
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return [];
  // the same kind of number has another name elsewhere
  if (schema instanceof z.ZodObject) seen.add(schema);
  const inner = (one: unknown): string[] => moneyIn(one, name, seen);
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, one]) => moneyIn(one, key, seen));
  return Object.values(schema.def).flatMap((part: unknown) => (Array.isArray(part) ? part.flatMap(inner) : inner(part)));
}

it('knows every name under which an offer, a plan, a move, a round or an outcome has money', () => {
  const names = [SaveOffer, CreateOffer, AddMove, SealCounter, SaveRound, RecordOutcome, SetWalkAway].flatMap((schema) =>
    moneyIn(schema),
  );
  expect(new Set(names).size).toBeGreaterThan(12);
  expect([...new Set(names)].filter((name) => !moneyNames.has(name))).toEqual([]);
});

describe('a value in words', () => {
  const written = (value: unknown) => writeValue(value, { name: '', currency: null, depth: 0 });

  it('has figures with their currency, and no ids', () => {
    expect(written({ id: id(1), currency: 'EUR', base: 12_500_000, horizonYears: 4 })).toEqual([
      '- **Currency:** EUR',
      '- **Base:** 125000.00 EUR',
      '- **Horizon years:** 4',
    ]);
    expect(written({ currency: 'JPY', base: { state: 'known', value: 9_000_000 } })).toContain('- **Base:** 9000000 JPY');
  });

  it('leaves out what nobody said, and says none where it was said', () => {
    expect(written({ bonus: { state: 'unknown' }, signOn: { state: 'none' }, notes: '', others: [] })).toEqual([
      '- **Sign on:** none',
    ]);
  });

  it('keeps the lines of a text', () => {
    expect(written({ words: 'One\nTwo' })).toEqual(['- **Words:**', '  > One', '  > Two']);
    expect(labelOf('help_request')).toBe('Help request');
  });
});

it('is a page an opportunity, with all that hangs on it', () => {
  const pages = composePages({
    format: 'parley-archive',
    version: 1,
    madeAt: '2026-11-22T09:00:00.000Z',
    tables: {
      account: [{ id: id(0), content: { displayName: 'Ana' } }],
      item: [
        { id: id(1), kind: 'opportunity', opportunityId: id(1) },
        { id: id(2), kind: 'negotiation', opportunityId: id(1) },
      ],
      opportunity: [{ id: id(1), stage: 'offer', content: { company: 'Café/Nord', role: 'Lead' } }],
      negotiation: [{ id: id(2), content: { currency: 'EUR', target: { base: 100 } } }],
      walk_away: [{ negotiationId: id(2), content: { base: 9_000_000 } }],
    },
  });
  const page = pages.find(({ path }) => path === 'opportunities/001-café-nord-lead.md');
  expect(page?.text).toContain('# Lead at Café/Nord');
  expect(page?.text).toContain('## Walk-away\n\n- **Base:** 90000.00 EUR');
  expect(pages.find(({ path }) => path === 'README.md')?.text).toContain('What Ana kept in Parley');
});

import { expect, expectTypeOf, test } from 'vitest';
import { mintViewer, type Viewer } from './guard.ts';
import { pickParts, pickPartsAsReader, type ShareFacts } from './item/rows.ts';
import type { Scope } from './trpc.ts';

const [ana, ben, cleo] = [mintViewer('ana', 's1'), mintViewer('ben', 's2'), mintViewer('cleo', 's3')];
const at = (day: number) => new Date(`2026-11-${day}T10:00:00Z`);
const now = at(20);

const whole = {
  company: 'exact',
  pay: 'range',
  equity: 'hidden',
  benefits: 'hidden',
  dates: 'exact',
  notes: 'hidden',
  letter: 'hidden',
} as const;
const share = { itemId: 'offer', councilId: 'council', createdAt: at(15), expiresAt: null, revokedAt: null };
const facts: ShareFacts = {
  items: [
    { id: 'offer', kind: 'offer', ownerId: 'ana', opportunityId: 'opportunity' },
    { id: 'debrief', kind: 'debrief', ownerId: 'ana', opportunityId: 'opportunity' },
    { id: 'mission', kind: 'mission', ownerId: 'cleo', opportunityId: 'another' },
  ],
  shares: [
    { ...share, readerId: 'ben', levels: whole },
    { ...share, itemId: 'mission', readerId: null, levels: whole },
  ],
  seats: ['ana', 'ben', 'cleo'].map((accountId) => ({ councilId: 'council', accountId, joinedAt: at(10) })),
};
const idsOf = (parts: { id: string }[]) => parts.map(({ id }) => id);

test('nobody forges a scope, by its fields or by another’s eyes in one’s own', () => {
  expectTypeOf<Scope>().toExtend<Pick<Scope, 'viewer' | 'db'>>();
  type Fields = { viewer: Viewer; relation: Scope['relation']; db: Scope['db']; vault: Scope['vault']; now: Date };
  expectTypeOf<Fields>().not.toExtend<Scope>();
  expectTypeOf<{ id: string; sessionId: string }>().not.toExtend<Viewer>();
  expectTypeOf({ ...ana, id: 'ben' }).not.toExtend<Viewer>();
  expectTypeOf<Omit<Scope, 'viewer'> & { viewer: { id: string; sessionId: string } }>().not.toExtend<Scope>();
});

test('as this reader, their owner sees what the reader is given of these items, and nothing else', () => {
  expect(pickPartsAsReader({ viewer: ana, now }, 'ben', facts)).toEqual(pickParts({ viewer: ben, now }, facts).slice(0, 1));
  expect(idsOf(pickPartsAsReader({ viewer: ana, now }, 'ben', facts))).toEqual(['offer']);
  expect(pickPartsAsReader({ viewer: ana, now }, 'cleo', facts)).toEqual([]);
});

test('as this reader shows nobody what is another’s', () => {
  expect(idsOf(pickParts({ viewer: cleo, now }, facts))).toEqual(['mission']);
  expect(pickPartsAsReader({ viewer: ben, now }, 'cleo', facts)).toEqual([]);
  expect(idsOf(pickParts({ viewer: ben, now }, facts))).toEqual(['offer', 'mission']);
  expect(idsOf(pickPartsAsReader({ viewer: cleo, now }, 'ben', facts))).toEqual(['mission']);
});

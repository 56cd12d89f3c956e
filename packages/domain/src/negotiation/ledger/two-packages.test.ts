import { describe, expect, it } from 'vitest';
import { emptyPackage, type Package } from '../package.ts';
import { findRemarksBefore } from './exchange.ts';
import { MoveFields } from './input.ts';
import { readLedger } from './ledger.ts';
import { findStanding, type Move, type MoveContent, spokenOf } from './move.ts';
import { remarkSentence } from './remark.ts';

const at = (index: number) => new Date(Date.UTC(2026, 4, 10 + index, 9)).toISOString();
const figures = (offer: Partial<Package>): Package => ({ ...emptyPackage, ...offer });
const said = (party: Move['party'], offer: Partial<Package>, more: Partial<MoveContent> = {}): MoveContent => ({
  ...{ party, kind: 'propose', channel: 'call', counterpart: null, words: '', firmness: 'unclear' },
  ...{ heard: [], about: null, cites: null, package: figures(offer) },
  ...more,
});
const ledger = (...contents: MoveContent[]): Move[] =>
  contents.map((one, index) => ({ ...one, moveId: `m${index}`, at: at(index) }));

const theirs = said('employer', { base: 90, signOn: 5 });
/** 100 a year, or 95 and twenty at once: the same over four years. */
const both = said('candidate', { base: 100 }, { second: figures({ base: 95, signOn: 25 }) });

describe('two packages laid side by side as one move', () => {
  it('are each counted with what stands on the table', () => {
    const { steps } = readLedger(ledger(theirs, both), 4);
    expect(steps.map(({ two }) => two)).toEqual([null, { first: 405, second: 405 }]);
    expect(steps[1]).toMatchObject({ value: 405, remarks: [] });
  });
  it('that are not worth the same are remarked on, before and after the move is made', () => {
    const uneven = said('candidate', { base: 100 }, { second: figures({ base: 95 }) });
    const remark = { kind: 'uneven', more: 'first', by: 20 };
    expect(findRemarksBefore(ledger(theirs), uneven, 4)).toEqual([remark]);
    expect(readLedger(ledger(theirs, uneven), 4).steps[1]?.remarks).toEqual([remark]);
    const close = said('candidate', { base: 100 }, { second: figures({ base: 98 }) });
    expect(findRemarksBefore(ledger(theirs), close, 4)).toEqual([]);
    const words = { money: String, day: String, candidate: 'You' };
    expect(remarkSentence({ kind: 'uneven', more: 'first', by: 20 }, words)).toBe(
      'The two are not worth the same: the first is 20 more.',
    );
  });
  it('stand as the one that the other side leaned to, the first until that is known', () => {
    const standing = (leaned: MoveContent['leaned']) => findStanding(ledger(theirs, { ...both, leaned }), 'candidate');
    expect([standing(null)?.base, standing('first')?.base, standing('second')?.base]).toEqual([100, 100, 95]);
    expect(standing('second')?.signOn).toBe(25);
  });
  it('count as one ask: what either of them named was asked for', () => {
    const next = said('candidate', { base: 98, signOn: 20 });
    expect(findRemarksBefore(ledger(theirs, both), next, 4).map(({ kind }) => kind)).not.toContain('nibble');
  });
  it('name together what words about them can be about', () => {
    expect(spokenOf(both)).toEqual([]);
    expect(spokenOf({ ...both, second: figures({ base: 95 }) })).toEqual(['base']);
  });
});

describe('a move with two packages', () => {
  const takes = (more: object) => MoveFields.safeParse({ ...both, at: at(0), cites: null, ...more }).success;
  it('is a proposal in which both say something, and only there can somebody lean to one', () => {
    expect([takes({}), takes({ leaned: 'second' }), takes({ second: null })]).toEqual([true, true, true]);
    expect(takes({ second: emptyPackage })).toBe(false);
    expect(takes({ kind: 'talk', package: emptyPackage })).toBe(false);
    expect(takes({ second: null, leaned: 'first' })).toBe(false);
    expect(takes({ leaned: 'third' })).toBe(false);
  });
});

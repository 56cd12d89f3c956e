import { describe, expect, it } from 'vitest';
import { type Remark, ratioOf, remarkSentence, remarksOnAsk, shrinkingRun } from './remark.ts';

const wording = { money: (minor: number) => `${minor}`, day: (at: string) => at.slice(0, 10), candidate: 'You' };
const said = (remark: Remark) => remarkSentence(remark, wording);
const facts = { concession: 0, movement: 0, since: null, fell: [], firstAsked: [], afterBestAndFinal: false };

describe('remarks in words', () => {
  it('are facts', () => {
    expect(said({ kind: 'you-moved-they-did-not', concession: 8, since: '2026-05-12T09:00:00Z' })).toBe(
      'You moved 8; they did not move since 2026-05-12.',
    );
    expect(said({ kind: 'you-moved-they-did-not', concession: 8, since: null })).toBe('You moved 8; they did not move.');
    expect(said({ kind: 'gave-more-than-you-got', concession: 8, movement: 5, ratio: '1.6' })).toBe(
      'You gave 8 and got 5: 1.6 to 1.',
    );
    expect(said({ kind: 'best-and-final' })).toContain('stop, accept or walk');
    expect(said({ kind: 'nibble', components: ['Sign-on', 'Car'] })).toBe('First asked after the first round: Sign-on, Car.');
    expect(said({ kind: 'shrinking', steps: [6, 3] })).toBe(
      'Their steps shrink: 6, then 3. This pattern makes people stop early; look at the target.',
    );
  });
  it('are silent on a trade', () => {
    expect(said({ kind: 'trade', fell: ['Base'] })).toBeNull();
  });
});

describe('the rules at their edges', () => {
  it('remark a concession only above what came back', () => {
    expect(remarksOnAsk({ ...facts, concession: 5, movement: 5 })).toEqual([]);
    expect(remarksOnAsk({ ...facts, concession: 6, movement: 5 })[0]?.kind).toBe('gave-more-than-you-got');
    expect(remarksOnAsk({ ...facts, concession: 1, movement: -1 })[0]?.kind).toBe('you-moved-they-did-not');
    expect(remarksOnAsk({ ...facts, concession: 0, movement: 0 })).toEqual([]);
    expect(remarksOnAsk({ ...facts, concession: -1 })).toEqual([]);
  });
  it('know a trade by something that fell while the value did not', () => {
    expect(remarksOnAsk({ ...facts, fell: ['Base'], afterBestAndFinal: true }).map((one) => one.kind)).toEqual([
      'trade',
      'best-and-final',
    ]);
    expect(remarksOnAsk({ ...facts, concession: 1, fell: ['Base'] })[0]?.kind).toBe('you-moved-they-did-not');
  });
  it('round the ratio half up', () => {
    expect([ratioOf(8, 5), ratioOf(3, 2), ratioOf(21, 20), ratioOf(10, 3), ratioOf(104, 100)]).toEqual([
      '1.6',
      '1.5',
      '1.1',
      '3.3',
      '1.0',
    ]);
  });
  it('need two steps to see them shrink', () => {
    expect([shrinkingRun([]), shrinkingRun([0, 6]), shrinkingRun([0, 6, 0, 3]), shrinkingRun([3, 6])]).toEqual([
      [],
      [],
      [6, 3],
      [],
    ]);
  });
});

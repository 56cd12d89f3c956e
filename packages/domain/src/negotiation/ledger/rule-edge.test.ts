import { describe, expect, it } from 'vitest';
import { DomainError } from '../../kernel/error.ts';
import { compareValue, componentLabel, emptyPackage, layOver, type Package, valueComponents, valuePackage } from '../package.ts';
import { findRemarksBefore, measureExchange } from './exchange.ts';
import { readLedger } from './ledger.ts';
import { channelWords, type Move, type MoveContent, moveChannels, refuseFuture } from './move.ts';

const at = (index: number) => new Date(Date.UTC(2026, 4, 10 + index, 9)).toISOString();
const move = (
  index: number,
  party: 'candidate' | 'employer',
  offer: Partial<Package>,
  more: Partial<MoveContent> = {},
): Move => ({
  ...{
    moveId: `m${index}`,
    at: at(index),
    party,
    kind: 'propose',
    channel: 'call',
    counterpart: null,
    words: '',
    firmness: 'unclear',
    heard: [],
    about: null,
    cites: null,
  },
  package: { ...emptyPackage, ...offer },
  ...more,
});
const they = (index: number, offer: Partial<Package>, more: Partial<MoveContent> = {}) => move(index, 'employer', offer, more);
const you = (index: number, offer: Partial<Package>, more: Partial<MoveContent> = {}) => move(index, 'candidate', offer, more);
const talk = { kind: 'talk' } as const;
const final = { kind: 'best-and-final' } as const;
const remarks = (...moves: Move[]) => readLedger(moves, 1).steps.at(-1)?.remarks ?? [];
const kinds = (...moves: Move[]) => remarks(...moves).map((remark) => remark.kind);

describe('what they gave since you last asked', () => {
  it('is counted from your last ask, not from your last word', () => {
    const heard = [they(0, { base: 85 }), you(1, { base: 100 }), they(2, { base: 90 }), you(3, {}, talk)];
    expect(measureExchange(heard, you(4, { base: 95 }), 1)).toMatchObject({ concession: 5, movement: 5 });
  });
  it('adds up all their steps since then', () => {
    const heard = [they(0, { base: 85 }), you(1, { base: 100 }), they(2, { base: 88 }), they(3, { base: 90 })];
    expect(measureExchange(heard, you(4, { base: 95 }), 1).movement).toBe(5);
  });
  it('begins on the day of their last step up', () => {
    const steps = [
      they(0, { base: 85 }),
      you(1, { base: 100 }),
      they(2, { base: 88 }),
      you(3, { base: 99 }),
      you(4, { base: 98 }),
    ];
    expect(remarks(...steps)).toEqual([{ kind: 'you-moved-they-did-not', concession: 1, since: at(2) }]);
    // standing still and stepping back are no steps up, and talk with a figure in it is no offer
    const still = [
      they(0, { base: 85 }),
      you(1, { base: 100 }),
      they(2, { base: 85 }),
      they(3, { base: 84 }),
      they(4, { base: 99 }, talk),
    ];
    expect(remarks(...still, you(5, { base: 99 }))).toMatchObject([{ since: at(0) }]);
  });
});

describe('a component that is asked for late', () => {
  const open = [they(0, { base: 90 }), you(1, { base: 100 })];

  it('is late after a first ask that came before any offer, too', () => {
    expect(kinds(you(0, { base: 100 }), you(1, { signOn: 10 }))).toEqual(['nibble']);
  });
  it('is late when they had offered it before you first asked, even if they offer it again', () => {
    const offered = [they(0, { base: 90, signOn: 5 }), you(1, { base: 100 }), they(2, { signOn: 6 })];
    expect(kinds(...offered, you(3, { base: 100, signOn: 10 }))).toEqual(['nibble']);
  });
  it('is an answer when they put it on the table, and only a proposal with an amount does that', () => {
    expect(kinds(...open, they(2, { signOn: 5 }), you(3, { signOn: 10 }))).toEqual([]);
    expect(kinds(...open, they(2, { signOn: 0 }), you(3, { signOn: 10 }))).toEqual(['nibble']);
    expect(kinds(...open, they(2, { signOn: 5 }, talk), you(3, { signOn: 10 }))).toEqual(['nibble']);
    expect(kinds(...open, you(2, { signOn: 5 }, talk), you(3, { signOn: 10 }))).toEqual(['nibble']);
  });
  it('is not made old by something said in passing before the first ask', () => {
    const mentioned = [they(0, { base: 90, signOn: 5 }, talk), you(1, { base: 100 }), they(2, { signOn: 5 })];
    expect(kinds(...mentioned, you(3, { signOn: 10 }))).toEqual([]);
  });
});

describe('their best and final', () => {
  const said = [you(0, { base: 100 }), they(1, { base: 90 }, final)];

  it('stays final through talk, and through what you answer', () => {
    expect(kinds(...said, they(2, {}, talk), you(3, { base: 100 }))).toEqual(['best-and-final']);
    expect(kinds(...said, you(2, { base: 98 }), you(3, { base: 98 }))).toEqual(['best-and-final']);
  });
});

describe('remarks on a move that is not yet made', () => {
  const heard = [they(0, { base: 85 }), you(1, { base: 100 }), they(2, { base: 90 }, final)];

  it('are the same as when it is made', () => {
    const next = you(3, { base: 90 });
    expect(findRemarksBefore(heard, next, 1)).toEqual(remarks(...heard, next));
    expect(findRemarksBefore(heard, next, 1).map(({ kind }) => kind)).toEqual(['gave-more-than-you-got', 'best-and-final']);
  });
  it('are about your proposals alone', () => {
    expect(findRemarksBefore(heard, they(3, { base: 80 }), 1)).toEqual([]);
    expect(findRemarksBefore(heard, you(3, { base: 80 }, talk), 1)).toEqual([]);
    expect(findRemarksBefore(heard, they(3, { base: 80 }, talk), 1)).toEqual([]);
  });
});

describe('the steps of the employer', () => {
  it('are theirs: what you ask in between is none of them, nor a figure said in passing', () => {
    const shrinking = [{ kind: 'shrinking', steps: [6, 3] }];
    expect(
      remarks(they(0, { base: 80 }), you(1, { base: 100 }), they(2, { base: 86 }), you(3, { base: 95 }), they(4, { base: 89 })),
    ).toEqual(shrinking);
    expect(remarks(they(0, { base: 80 }), they(1, { base: 86 }), they(2, { base: 87 }, talk), they(3, { base: 89 }))).toEqual(
      shrinking,
    );
  });
  it('go on after one that repeated the offer, and begin anew after one that went back', () => {
    expect(remarks(they(0, { base: 80 }), they(1, { base: 86 }), they(2, { base: 86 }), they(3, { base: 89 }))).toMatchObject([
      { steps: [6, 3] },
    ]);
    expect(
      remarks(they(0, { base: 80 }), they(1, { base: 89 }), they(2, { base: 86 }), they(3, { base: 90 }), they(4, { base: 92 })),
    ).toMatchObject([{ steps: [4, 2] }]);
  });
});

describe('each step of the ledger', () => {
  it('shows what stood then, not what stands now', () => {
    const { steps } = readLedger([they(0, { base: 80, signOn: 5 }), they(1, { base: 86 })], 2);
    expect(steps.map(({ value, standing }) => [value, standing?.base, standing?.signOn])).toEqual([
      [165, 80, 5],
      [177, 86, 5],
    ]);
  });
  it('leaves out of the map of what is fixed how firm you sounded yourself', () => {
    const { fixed } = readLedger(
      [they(0, { base: 80 }, { firmness: 'fixed' }), you(1, { signOn: 5 }, { firmness: 'possible' })],
      1,
    );
    expect(fixed).toMatchObject([{ component: 'base', label: 'Base', firmness: 'fixed', at: at(0) }]);
    expect(fixed).toHaveLength(1);
  });
});

describe('a package', () => {
  const offer = (more: Partial<Package>): Package => ({ ...emptyPackage, ...more });

  it('is worth what it names, and nothing else is in it', () => {
    expect([...valueComponents(emptyPackage, 4)]).toEqual([]);
    expect([...valueComponents(offer({ signOn: 5 }), 4)]).toEqual([['signOn', 5]]);
    expect(valuePackage(offer({ bonusPercent: '10' }), 4)).toBe(0);
  });
  it('counts in full what is new in it, but not a salary that was never said before', () => {
    expect(compareValue(offer({ base: 100 }), offer({ base: 100, bonusPercent: '10' }), 1)).toBe(10);
    expect(compareValue(offer({ signOn: 1 }), offer({ signOn: 1, equity: 40 }), 4)).toBe(40);
    expect(compareValue(offer({ signOn: 1 }), offer({ signOn: 3, base: 100, bonusPercent: '10' }), 1)).toBe(2);
    expect(compareValue(offer({ base: 100 }), offer({ base: 90 }), 3)).toBe(-30);
  });
  it('laid over another changes what it names', () => {
    const standing = offer({ base: 90, bonusPercent: '10', signOn: 5, equity: 8 });
    expect(layOver(standing, offer({ bonusPercent: '5' }))).toEqual({ ...standing, bonusPercent: '5' });
    expect(layOver(standing, offer({ base: 95, equity: 0 }))).toEqual({ ...standing, base: 95, equity: 0 });
    expect(layOver(standing, offer({ signOn: 7 }))).toEqual({ ...standing, signOn: 7 });
    expect(layOver(emptyPackage, standing)).toEqual(standing);
  });
  it('labels a component by its name as it was written, or as its key says', () => {
    expect(componentLabel('other:car', [{ name: 'Car', amount: 1, every: 'once' }])).toBe('Car');
    expect(componentLabel('other:car')).toBe('car');
    expect(componentLabel('another:car')).toBe('another:car');
    expect(['base', 'bonusPercent', 'signOn', 'equity'].map((key) => componentLabel(key))).toEqual([
      'Base',
      'Bonus',
      'Sign-on',
      'Equity',
    ]);
  });
});

describe('a move', () => {
  it('is said by call, video, in person, mail or message', () => {
    expect(moveChannels.map((channel) => channelWords[channel])).toEqual(['call', 'video', 'in person', 'mail', 'message']);
  });
  it('may be five minutes ahead of our clock and no more', () => {
    const now = new Date('2026-05-10T09:00:00Z');
    expect(() => refuseFuture('2026-05-10T09:05:00.000Z', now)).not.toThrow();
    const early = () => refuseFuture('2026-05-10T09:05:00.001Z', now);
    expect(early).toThrow(DomainError);
    expect(early).toThrow(
      expect.objectContaining({
        path: 'move.at',
        message: 'This is in the future. A move is written down once it has been made.',
      }),
    );
  });
});

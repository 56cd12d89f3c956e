import { describe, expect, it } from 'vitest';
import { emptyPackage, type Package } from '../package.ts';
import { measureExchange } from './exchange.ts';
import { findCautionBefore, readLedger } from './ledger.ts';
import { findTurn, type Move, type MoveContent, orderMoves, refuseFuture } from './move.ts';

const ledgerCases = [
  {
    id: 'L1',
    moves: [
      ['employer', 90],
      ['candidate', 100],
      ['employer', 90],
      ['candidate', 92],
    ],
    C: 8,
    E: 0,
    remark: 'you-moved-they-did-not',
  },
  {
    id: 'L2',
    moves: [
      ['employer', 85],
      ['candidate', 100],
      ['employer', 90],
      ['candidate', 95],
    ],
    C: 5,
    E: 5,
    remark: null,
  },
  {
    id: 'L3',
    moves: [
      ['employer', 85],
      ['candidate', 100],
      ['employer', 90],
      ['candidate', 92],
    ],
    C: 8,
    E: 5,
    remark: 'gave-more-than-you-got',
  },
] as const;

const at = (index: number) => new Date(Date.UTC(2026, 4, 10 + index, 9)).toISOString();
const move = (
  index: number,
  party: 'candidate' | 'employer',
  offer: Partial<Package>,
  more: Partial<MoveContent> = {},
): Move => ({
  moveId: `m${index}`,
  at: at(index),
  party,
  kind: 'propose',
  channel: 'call',
  counterpart: null,
  package: { ...emptyPackage, ...offer },
  words: '',
  firmness: 'unclear',
  heard: [],
  about: null,
  cites: null,
  ...more,
});
const steps = (moves: Move[], years = 1) => readLedger(moves, years).steps;
const last = (moves: Move[], years = 1) => {
  const step = steps(moves, years).at(-1);
  if (!step) throw new Error('no moves');
  return step;
};
const kinds = (moves: Move[], years = 1) => last(moves, years).remarks.map((remark) => remark.kind);

describe('the worked cases of the ledger', () => {
  it.each(ledgerCases)('$id: C $C, E $E, $remark', ({ moves, C, E, remark }) => {
    const step = last(moves.map(([party, base], index) => move(index, party, { base })));
    expect([step.concession, step.movement, step.remarks[0]?.kind ?? null]).toEqual([C, E, remark]);
  });
  it('L4: base for sign-on over four years is a trade', () => {
    const step = last(
      [
        move(0, 'candidate', { base: 100, signOn: 0 }),
        move(1, 'employer', { base: 90, signOn: 0 }),
        move(2, 'candidate', { base: 95, signOn: 20 }),
      ],
      4,
    );
    expect([step.concession, step.movement, step.remarks]).toEqual([0, 0, [{ kind: 'trade', fell: ['Base'] }]]);
  });
});

describe('remarks on what you ask', () => {
  it('names the day since when they have not moved, and the ratio', () => {
    const stuck = [
      move(0, 'employer', { base: 85 }),
      move(1, 'candidate', { base: 100 }),
      move(2, 'employer', { base: 85 }),
      move(3, 'candidate', { base: 99 }),
    ];
    expect(last(stuck).remarks).toEqual([{ kind: 'you-moved-they-did-not', concession: 1, since: at(0) }]);
    const ratio = [
      move(0, 'employer', { base: 85 }),
      move(1, 'candidate', { base: 100 }),
      move(2, 'employer', { base: 90 }),
      move(3, 'candidate', { base: 92 }),
    ];
    expect(last(ratio).remarks).toEqual([{ kind: 'gave-more-than-you-got', concession: 8, movement: 5, ratio: '1.6' }]);
  });
  it('says nothing about the first ask, an ask that rises or one that stands', () => {
    expect([last([move(0, 'candidate', { base: 100 })]).concession, kinds([move(0, 'candidate', { base: 100 })])]).toEqual([
      null,
      [],
    ]);
    expect(kinds([move(0, 'candidate', { base: 100 }), move(1, 'candidate', { base: 101 })])).toEqual([]);
    expect(kinds([move(0, 'candidate', { base: 100 }), move(1, 'candidate', { base: 100 })])).toEqual([]);
  });
  it('takes an employer who went back as not moving', () => {
    const moves = [
      move(0, 'employer', { base: 90 }),
      move(1, 'candidate', { base: 100 }),
      move(2, 'employer', { base: 88 }),
      move(3, 'candidate', { base: 99 }),
    ];
    expect([last(moves).movement, kinds(moves)]).toEqual([-2, ['you-moved-they-did-not']]);
  });
  it('keeps what an ask does not mention as they last offered it, and an earlier ask for nothing', () => {
    const asks = [move(0, 'candidate', { base: 100, signOn: 10 }), move(1, 'candidate', { base: 100 })];
    expect([last(asks).concession, last(asks).value]).toEqual([10, 100]);
    const offer = { base: 17_500_000, equity: 16_400_000, signOn: 24_150_000 };
    const moves = [move(0, 'employer', offer), move(1, 'candidate', { base: 20_000_000 })];
    // E15: theirs 1,105,500, the ask 1,205,500
    expect(steps(moves, 4).map(({ value }) => value)).toEqual([110_550_000, 120_550_000]);
  });
  it('counts what an ask leaves out as given up, down to what they offer of it', () => {
    const dropped = (...offers: { signOn: number }[]) => [
      move(0, 'employer', { base: 90 }),
      move(1, 'candidate', { base: 100, signOn: 20 }),
      ...offers.map((offer) => move(2, 'employer', offer)),
      move(3, 'candidate', { base: 100 }),
    ];
    expect(last(dropped())).toMatchObject({ concession: 20, remarks: [{ kind: 'you-moved-they-did-not', concession: 20 }] });
    expect(last(dropped({ signOn: 15 }))).toMatchObject({ concession: 5, movement: 15, remarks: [] });
  });
  it('moves an ask along with their offer in what it did not name, so that it never stands under it', () => {
    const moves = [
      move(0, 'employer', { base: 17_500_000, equity: 16_400_000 }),
      move(1, 'candidate', { base: 20_000_000 }),
      move(2, 'employer', { equity: 30_000_000 }),
      move(3, 'candidate', { base: 19_500_000 }),
    ];
    expect(steps(moves, 4).map(({ value, asked }) => [value, asked])).toEqual([
      [86_400_000, null],
      [96_400_000, null],
      [100_000_000, 110_000_000],
      [108_000_000, null],
    ]);
    expect(last(moves, 4)).toMatchObject({ concession: 2_000_000, movement: 13_600_000 });
  });
  it('gives a bonus no value before there is a base, and one as soon as they name it', () => {
    const moves = [
      move(0, 'candidate', { bonusPercent: '20' }),
      move(1, 'employer', { base: 17_500_000, bonusPercent: '10' }),
      move(2, 'candidate', { bonusPercent: '15' }),
    ];
    expect(steps(moves).map(({ value, asked, concession }) => [value, asked, concession])).toEqual([
      [null, null, null],
      [19_250_000, 21_000_000, null],
      [20_125_000, null, 875_000],
    ]);
  });
  it('measures a concession by what the ask names, whatever they moved in between', () => {
    const moves = [
      move(0, 'employer', { base: 85, signOn: 5 }),
      move(1, 'candidate', { base: 100 }),
      move(2, 'employer', { signOn: 20 }),
      move(3, 'candidate', { base: 95 }),
    ];
    expect([last(moves).concession, last(moves).movement, last(moves).value]).toEqual([5, 15, 115]);
  });
  it('counts acceptance as no concession', () => {
    const moves = [
      move(0, 'employer', { base: 85 }),
      move(1, 'candidate', { base: 100 }),
      move(2, 'candidate', {}, { kind: 'accept' }),
    ];
    expect([last(moves).concession, last(moves).remarks]).toEqual([0, []]);
  });
  it('does not measure talk or a no', () => {
    for (const kind of ['talk', 'decline'] as const)
      expect(last([move(0, 'candidate', { base: 100 }), move(1, 'candidate', {}, { kind })])).toMatchObject({
        concession: null,
        standing: null,
        remarks: [],
      });
  });
  it('offers stop, accept or walk after their best and final, until they propose again', () => {
    const final = [move(0, 'candidate', { base: 100 }), move(1, 'employer', { base: 90 }, { kind: 'best-and-final' })];
    expect(kinds(final)).toEqual(['best-and-final']);
    expect(kinds([...final, move(2, 'candidate', { base: 100 })])).toEqual(['best-and-final']);
    expect(kinds([...final, move(2, 'candidate', { base: 98 })])).toEqual(['you-moved-they-did-not', 'best-and-final']);
    expect(kinds([...final, move(2, 'employer', { base: 91 }), move(3, 'candidate', { base: 100 })])).toEqual([]);
  });
  it('calls a final that repeats no figure final too', () => {
    const moves = [move(0, 'employer', { base: 90 }), move(1, 'employer', {}, { kind: 'best-and-final' })];
    expect([last(moves).value, kinds(moves)]).toEqual([90, ['best-and-final']]);
  });
});

describe('what is first asked late', () => {
  const round = [move(0, 'employer', { base: 90 }), move(1, 'candidate', { base: 100 })];
  it('is a nibble', () => {
    expect(last([...round, move(2, 'candidate', { signOn: 10 })]).remarks).toEqual([{ kind: 'nibble', components: ['Sign-on'] }]);
    expect(kinds([...round, move(2, 'candidate', { base: 100, bonusPercent: '10' })])).toEqual(['nibble']);
    expect(
      kinds([...round, move(2, 'candidate', { base: 100, others: [{ name: 'Stipend', amount: 5, every: 'year' }] })]),
    ).toEqual(['nibble']);
  });
  it('is one also when they had named it before you asked for anything', () => {
    const known = [move(0, 'employer', { base: 90, signOn: 5 }), move(1, 'candidate', { base: 100 })];
    expect(kinds([...known, move(2, 'candidate', { base: 100, signOn: 10 })])).toEqual(['nibble']);
  });
  it('is none in the first round, when asked for nothing, when asked before, or in answer to what they brought', () => {
    expect(kinds([move(0, 'candidate', { base: 100, signOn: 10 })])).toEqual([]);
    expect(kinds([...round, move(2, 'candidate', { base: 100, signOn: 0 })])).toEqual([]);
    expect(kinds([...round, move(2, 'candidate', { signOn: 10 }), move(3, 'candidate', { signOn: 11 })])).toEqual([]);
    expect(kinds([...round, move(2, 'employer', { signOn: 5 }), move(3, 'candidate', { base: 100, signOn: 10 })])).toEqual([]);
  });
  it('is a trade when something else fell for it, and a remark beside the concession when that did not pay', () => {
    expect(kinds([...round, move(2, 'candidate', { base: 95, signOn: 10 })])).toEqual(['trade']);
    expect(kinds([...round, move(2, 'candidate', { base: 95, signOn: 1 })])).toEqual(['you-moved-they-did-not', 'nibble']);
  });
});

describe('what is offered in the place of something they refused', () => {
  const round = [move(0, 'employer', { base: 90 }), move(1, 'candidate', { base: 100 })];
  const swap = move(3, 'candidate', { signOn: 10 });
  it('is no nibble', () => {
    const base = [{ component: 'base', firmness: 'fixed' as const }];
    for (const no of [
      move(2, 'employer', {}, { kind: 'talk', heard: base }),
      move(2, 'employer', {}, { kind: 'talk', firmness: 'fixed', words: 'The base is set by the band.' }),
      move(2, 'employer', { base: 90 }, { firmness: 'fixed' }),
      move(2, 'employer', {}, { kind: 'decline' }),
    ])
      expect(kinds([...round, no, swap])).not.toContain('nibble');
  });
  it('is one when they refused nothing, or have offered more since', () => {
    const difficult = move(2, 'employer', { base: 90 }, { firmness: 'difficult' });
    expect(kinds([...round, difficult, swap])).toEqual(['nibble']);
    const refused = move(2, 'employer', {}, { kind: 'decline' });
    const next = move(5, 'candidate', { signOn: 10, equity: 10 });
    expect(kinds([...round, refused, swap, next])).toEqual([]);
    expect(kinds([...round, refused, swap, move(4, 'employer', { signOn: 10 }), next])).toEqual(['nibble']);
  });
});

describe('their shrinking steps', () => {
  const offers = (...bases: number[]) => bases.map((base, index) => move(index, 'employer', { base }));
  it('are told from the second on', () => {
    expect(kinds(offers(80, 86))).toEqual([]);
    expect(last(offers(80, 86, 89)).remarks).toEqual([{ kind: 'shrinking', steps: [6, 3] }]);
    expect(last(offers(80, 86, 89, 90)).remarks).toEqual([{ kind: 'shrinking', steps: [6, 3, 1] }]);
  });
  it('are not seen where a step grew, stayed equal, was none or went back', () => {
    for (const bases of [
      [80, 83, 89],
      [80, 83, 86],
      [80, 86, 89, 89],
      [80, 86, 85, 86],
    ])
      expect(kinds(offers(...bases)), String(bases)).toEqual([]);
  });
  it('count again after a step that grew', () => {
    expect(last(offers(80, 81, 86, 88)).remarks).toEqual([{ kind: 'shrinking', steps: [5, 2] }]);
  });
});

describe('whose turn it is', () => {
  it('follows the last move that was more than talk', () => {
    expect(findTurn([])).toEqual({ state: 'not-begun' });
    expect(findTurn([move(0, 'candidate', { base: 1 })])).toEqual({ state: 'theirs', since: at(0) });
    expect(findTurn([move(0, 'candidate', { base: 1 }), move(1, 'employer', {}, { kind: 'talk' })])).toEqual({
      state: 'theirs',
      since: at(0),
    });
    expect(findTurn([move(0, 'candidate', { base: 1 }), move(1, 'employer', {}, { kind: 'decline' })])).toEqual({
      state: 'yours',
      since: at(1),
    });
    expect(findTurn([move(0, 'employer', { base: 1 }), move(1, 'candidate', {}, { kind: 'accept' })])).toEqual({
      state: 'accepted',
      by: 'candidate',
      since: at(1),
    });
  });
  it('counts from the first of several moves in a row', () => {
    expect(
      findTurn([move(0, 'employer', { base: 1 }), move(1, 'candidate', { base: 3 }), move(2, 'candidate', { base: 2 })]),
    ).toEqual({ state: 'theirs', since: at(1) });
  });
  it('warns before a concession made to oneself while waiting, and only then', () => {
    const waiting = [move(0, 'employer', { base: 90 }), move(1, 'candidate', { base: 100 })];
    const lower = move(2, 'candidate', { base: 96 });
    expect(findCautionBefore(waiting, lower, 1)).toEqual({ concession: 4, since: at(1) });
    expect(findCautionBefore(waiting, move(2, 'candidate', { base: 100 }), 1)).toBeNull();
    expect(findCautionBefore(waiting, move(2, 'employer', { base: 80 }), 1)).toBeNull();
    expect(findCautionBefore([...waiting, move(2, 'employer', { base: 91 })], lower, 1)).toBeNull();
    expect(findCautionBefore([], lower, 1)).toBeNull();
  });
});

describe('the map of what is fixed', () => {
  it('keeps the newest word of the employer on each component', () => {
    const { fixed } = readLedger(
      [
        move(
          0,
          'employer',
          { base: 90, signOn: 5, equity: 7 },
          { firmness: 'difficult', words: 'That will be hard.', about: ['base', 'signOn'] },
        ),
        move(1, 'candidate', { base: 100 }, { firmness: 'fixed' }),
        move(
          2,
          'employer',
          {},
          {
            kind: 'talk',
            words: 'Base is set by band.',
            heard: [
              { component: 'base', firmness: 'fixed' },
              { component: 'other:title', firmness: 'possible' },
            ],
          },
        ),
      ],
      4,
    );
    expect(fixed.map((entry) => [entry.label, entry.firmness, entry.words])).toEqual([
      ['Base', 'fixed', 'Base is set by band.'],
      ['Sign-on', 'difficult', 'That will be hard.'],
      ['title', 'possible', 'Base is set by band.'],
    ]);
  });
});

describe('order and time', () => {
  it('goes by the moment, then by the id', () => {
    const twins = [
      { ...move(1, 'candidate', {}), moveId: 'b' },
      { ...move(1, 'candidate', {}), moveId: 'a' },
      move(0, 'employer', {}),
    ];
    expect(orderMoves(twins).map((one) => one.moveId)).toEqual(['m0', 'a', 'b']);
  });
  it('refuses a move that has not happened yet', () => {
    const now = new Date('2026-05-10T09:00:00Z');
    expect(() => refuseFuture('2026-05-10T09:04:00.000Z', now)).not.toThrow();
    expect(() => refuseFuture('2026-05-10T09:06:00.000Z', now)).toThrow(/future/);
  });
  it('knows no movement where there was no offer at the last ask', () => {
    const moves = [move(0, 'candidate', { base: 100 }), move(1, 'employer', { base: 90 })];
    expect(measureExchange(moves, move(2, 'candidate', { base: 95 }), 1)).toMatchObject({ concession: 5, movement: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { basisOf } from './basis.ts';
import { blankComponents, type Components, type Grant, known } from './components.ts';

const grant = (listed: boolean): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: 1 }, price: '1', strike: null, preferred: null, listed },
  vesting: { start: { after: 0 }, granted: null, steps: [{ months: 12, percent: '100', every: 12 }], cliff: null },
});
const basis = (more: Partial<Assumptions> = {}, components: Partial<Components> = {}, firstDay: string | null = null) =>
  basisOf({ ...blankComponents(), ...components }, { ...defaultAssumptions, ...more }, firstDay);
/** The notes between the first, on year 1, and the last two, on tax and refreshers. */
const assumed = (...given: Parameters<typeof basis>) => basis(...given).notes.slice(1, -2);

describe('what a projection rests on', () => {
  it('is said even when nothing is assumed', () => {
    expect(basis()).toEqual({
      horizon: '4 years',
      price: 'share prices as stated',
      rounding:
        'Each figure to the smallest unit, halves away from zero; whole shares vest by cumulative round-down, the rest at the last vest.',
      notes: [
        'Year 1 begins on the first day of work.',
        'Every figure is gross, before tax.',
        'A refresher that is not written counts as nothing.',
      ],
    });
  });
  it('names the horizon, one year in the singular', () => {
    expect([basis({ horizon: 1 }).horizon, basis({ horizon: 2 }).horizon]).toEqual(['1 year', '2 years']);
  });
  it('names the day on which year 1 begins where it is known', () => {
    expect(basis({}, {}, '2027-02-01').notes[0]).toBe('Year 1 begins on 2027-02-01.');
  });
  it('names the price that shares are counted at, and its change', () => {
    expect(basis({ pricing: 'preferred' }).price).toBe('unlisted shares at what investors paid last');
    expect(basis({ priceChange: '-20' }).price).toBe('share prices as stated, changed by -20 %');
    expect(basis({ pricing: 'preferred', priceChange: '5' }).price).toBe(
      'unlisted shares at what investors paid last, changed by 5 %',
    );
  });
  it('calls assumed what is assumed, and only that', () => {
    expect(assumed({ raise: '3' })).toEqual(['Base rises by 3 % a year from year 2 (assumed).']);
    expect(assumed({ payout: '80' })).toEqual(['Bonus paid at 80 % of its target (assumed).']);
    expect(assumed({ dilution: '10' }, { grants: known([grant(true)]) })).toEqual(['Share prices diluted by 10 % (assumed).']);
    // nothing is diluted where there are no shares
    expect(assumed({ dilution: '10' })).toEqual([]);
    expect(assumed({ raise: '0.0', dilution: '0.00' })).toEqual([]);
  });
  it('names the haircut only where there is equity of a company that is not listed', () => {
    const sentence = 'Unlisted equity less 30 % (assumed).';
    expect(assumed({ haircut: '30' })).toEqual([]);
    expect(assumed({ haircut: '30' }, { grants: known([grant(true)]) })).toEqual([]);
    expect(assumed({ haircut: '30' }, { grants: known([grant(true), grant(false)]) })).toEqual([sentence]);
    expect(assumed({ haircut: '30' }, { refreshers: known([grant(false)]) })).toEqual([sentence]);
    expect(assumed({}, { grants: known([grant(false)]) })).toEqual([]);
  });
  it('names my own part of the match only where I have not said it', () => {
    const tiers = [{ rate: '50', upTo: '6' }];
    expect(assumed({}, { match: known({ tiers, own: null }) })).toEqual(['You put in enough for the whole match (assumed).']);
    expect(assumed({}, { match: known({ tiers, own: '6' }) })).toEqual([]);
    expect(assumed({}, { match: known({ tiers: [], own: null, employer: '10' }) })).toEqual([]);
  });
  it('keeps its order when everything is assumed at once', () => {
    const notes = assumed(
      { raise: '3', payout: '90', dilution: '5', haircut: '20' },
      { grants: known([grant(false)]), match: known({ tiers: [{ rate: '50', upTo: '6' }], own: null }) },
    );
    expect(notes.map((note) => note.split(' ', 1).join(''))).toEqual(['Base', 'Bonus', 'Share', 'Unlisted', 'You']);
  });
});

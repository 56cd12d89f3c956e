import { describe, expect, it } from 'vitest';
import { cautiousLevels, wholeLevels } from '../item/levels.ts';
import { shareSentence } from './sentence.ts';

const along = ' The role and how far you have come with it are shown too.';
const two = { names: ['Ana', 'Ben'], council: null };

describe('the sentence before a share', () => {
  it('names each reader, each level and the end', () => {
    expect(shareSentence('offer', two, { ...wholeLevels('hidden'), pay: 'range' }, '4 Dec')).toBe(
      `Ana and Ben will see exact equity, benefits, dates and notes; pay as a range; and no company name, until 4 Dec.${along}`,
    );
    expect(shareSentence('offer', two, cautiousLevels, '4 Dec')).toBe(
      `Ana and Ben will see pay, equity, benefits and dates as a range and no company name or notes, until 4 Dec.${along}`,
    );
    expect(shareSentence('offer', { names: ['Ana'], council: null }, wholeLevels('exact'), '4 Dec')).toBe(
      `Ana will see the company name and exact pay, equity, benefits, dates and notes, until 4 Dec.${along}`,
    );
  });

  it('says so when nothing inside is shown', () => {
    const none = {
      company: 'hidden',
      pay: 'hidden',
      equity: 'hidden',
      benefits: 'hidden',
      dates: 'hidden',
      notes: 'hidden',
      letter: 'hidden',
    } as const;
    expect(shareSentence('offer', two, none, '4 Dec')).toBe(
      `Ana and Ben will see that there is an offer, but nothing in it, until 4 Dec.${along}`,
    );
    expect(shareSentence('offer', two, { ...none, letter: 'exact' }, '4 Dec')).toBe(
      `Ana and Ben will see that there is an offer, but nothing in it except the letter itself, with all that it says, until 4 Dec.${along}`,
    );
  });

  it('names the letter where it goes along', () => {
    const levels = { ...wholeLevels('hidden'), pay: 'range', letter: 'exact' } as const;
    expect(shareSentence('offer', { names: ['Ana'], council: null }, levels, '4 Dec')).toContain(
      'Ana will see the letter itself, with all that it says; exact',
    );
  });

  it('says that a whole council includes who joins later', () => {
    expect(
      shareSentence('mission', { names: ['Ana', 'Ben', 'Cara'], council: 'Thursday table' }, wholeLevels('hidden'), null),
    ).toBe(
      `Everybody in Thursday table (today Ana, Ben and Cara) will see this job mission, without the company name, until you stop sharing.${along}`,
    );
    expect(shareSentence('debrief', { names: [], council: 'Thursday table' }, wholeLevels('exact'), null)).toBe(
      `Everybody who joins Thursday table will see this debrief, with the company name, until you stop sharing.${along}`,
    );
  });
});

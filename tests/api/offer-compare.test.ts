import { known } from '@parley/domain/compensation/components';
import { asSeen, compareSeen } from '@parley/domain/offer/comparison';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, letter, posted, shareOffer } from '../support/letter.ts';
import { hiddenLevels } from '../support/levels.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let councilId: string;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  councilId = await world.council('Wednesday', [ana, ben]);
});
afterAll(() => world.close());

const ranges = { ...hiddenLevels, pay: 'range' as const, equity: 'range' as const };

describe('what can be laid side by side', () => {
  it('is my offers with something on record, last changed first, and nobody else’s', async () => {
    const early = await posted(ana);
    await begin(ana);
    const late = await posted(ana);
    const theirs = await posted(ben);
    await shareOffer(ben, theirs.offerId, councilId, ana, ranges);
    const mine = await ana.api.offer.mine.query();
    expect(mine.map(({ offerId }) => offerId)).toEqual([late.offerId, early.offerId]);
    expect(mine[0]).toMatchObject({ employer: 'Quuxcorp', role: 'Staff engineer', number: 1, stage: 'written', currency: 'USD' });
    await ana.api.opportunity.remove.mutate({ opportunityId: late.opportunityId, rev: 1 });
    expect((await ana.api.offer.mine.query()).map(({ offerId }) => offerId)).toEqual([early.offerId]);
  });

  it('compares another’s offer from what is shared of it: two worlds that differ in what is hidden compare alike', async () => {
    const own = await posted(ben, letter({ base: known(150_000_00) }));
    const { projection } = await ben.api.offer.get.query({ offerId: own.offerId });
    if (!projection) throw new Error('nothing on record');
    const results: string[] = [];
    // 145,678 and 141,000 lie in the same cell; the title is hidden.
    for (const base of [145_678_00, 141_000_00]) {
      const { offerId } = await posted(ana, letter({ base: known(base), title: known(`Title ${base}`) }));
      await shareOffer(ana, offerId, councilId, ben, ranges);
      const view = await ben.api.offer.open.mutate({ offerId });
      if (!view) throw new Error('nothing on record');
      const side = { currency: view.currency, complete: false, years: view.projection.years };
      results.push(JSON.stringify(compareSeen([asSeen(projection), side], 'USD', [])));
      expect(await ana.api.offer.log.query({ offerId })).toHaveLength(1);
    }
    expect(new Set(results).size).toBe(1);
    expect(results[0]).not.toContain('14567800');
  });
});

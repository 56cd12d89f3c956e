import { blankComponents, type Components, known, none } from '@parley/domain/compensation/components';
import { vestingPresets } from '@parley/domain/compensation/vesting';
import { cautiousLevels } from '@parley/domain/item/levels';
import { businessDaysBetween, civilDay } from '@parley/domain/offer/deadline';
import type { Cast } from './cast.ts';
import { shareWith } from './debrief.ts';
import type { StoryClock } from './stage.ts';

const employerZone = 'America/Los_Angeles';
const dayLong = 86_400_000;

const { steps, cliff } = vestingPresets.evenQuarterly;

/** What they said on the telephone. */
const spoken: Components = {
  ...blankComponents(),
  base: known(9_000_000),
  bonus: known({ target: '10' }),
  title: known('Head of Product'),
  remote: known('Two days a week from home'),
};

/** What the letter says: the same base, and the parts that nobody had mentioned. */
function written(startDate: string): Components {
  return {
    ...spoken,
    bonus: known({ target: '8' }),
    signOn: known({ paid: [500_000], clawback: { kind: 'monthly', months: 24, full: 0 } }),
    grants: known([
      {
        ...{ name: 'Shares on joining', kind: 'rsu', size: { by: 'shares', shares: 1_400 }, listed: true },
        ...{ price: '41.20', strike: null, preferred: null },
        vesting: { start: { after: 0 }, granted: null, steps, cliff },
      },
    ]),
    benefits: known([
      { name: 'Public transport for the year', yearly: 46_700 },
      { name: 'A bicycle', yearly: null },
    ]),
    level: known('M5'),
    location: known('Vienna'),
    startDate: known(startDate),
    ...{ guaranteed: none, oneOff: none, refreshers: none, espp: none, notInHand: none, reviewDate: none },
    notice: known('Three months on either side'),
  };
}

/** One business day after today where the employer is: too short for anybody. */
function tomorrowThere(now: Date): { received: string; on: string } {
  const received = civilDay(now, employerZone);
  let ahead = 1;
  const at = () => civilDay(new Date(now.getTime() + ahead * dayLong), employerZone);
  while (businessDaysBetween(received, at(), { zone: employerZone, off: [] }) < 1) ahead += 1;
  return { received, on: at() };
}

/** The verbal offer, shared in ranges with the council and exactly with Dev. Returns its id. */
export async function tellVerbalOffer(
  { ana, chiara, dev, councilId }: Cast,
  clock: StoryClock,
  opportunityId: string,
): Promise<string> {
  clock.go(6, 3);
  const made = await ana.api.offer.create.mutate({ opportunityId, receivedOn: clock.day(6), deadline: null, draft: null });
  const { offerId } = made;
  const notes = 'On the phone with the recruiter. She read from a sheet; the letter will follow.';
  const content = { currency: 'EUR', components: spoken, notes };
  await ana.api.offer.addVersion.mutate({ offerId, rev: made.rev, version: { stage: 'verbal', content } });

  clock.go(6, 1);
  const expiresAt = clock.moment(-14);
  await shareWith(ana, councilId, offerId, expiresAt);
  const exact = { ...cautiousLevels, pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact' } as const;
  await ana.api.share.set.mutate({ itemId: offerId, councilId, readerId: dev.id, levels: exact, expiresAt });
  clock.go(5, 20);
  await dev.api.offer.open.mutate({ offerId });
  await chiara.api.offer.open.mutate({ offerId });
  return offerId;
}

/** The letter came today, with an answer wanted by tomorrow in California. */
export async function tellWrittenOffer({ ana }: Cast, clock: StoryClock, offerId: string): Promise<void> {
  clock.go(0, 2);
  const { received, on } = tomorrowThere(clock.now);
  const notes = 'The bonus was 10 % on the phone and is 8 % here. Leave and retirement are not mentioned at all.';
  const content = { currency: 'EUR', components: written(clock.day(-60)), notes };
  const { rev, frame: before } = await ana.api.offer.get.query({ offerId });
  const letter = await ana.api.offer.addVersion.mutate({ offerId, rev, version: { stage: 'written', content } });
  const deadline = { kind: 'date', on, zone: employerZone } as const;
  const frame = { ...before, draft: null, receivedOn: received, deadline, extension: 'asked' as const };
  await ana.api.offer.save.mutate({ offerId, rev: letter.rev, frame });
}

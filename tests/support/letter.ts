import { blankComponents, type Components, known, none } from '@parley/domain/compensation/components';
import { vestingPresets } from '@parley/domain/compensation/vesting';
import type { Levels } from '@parley/domain/item/levels';
import { inDays } from './clock.ts';
import type { Person } from './world.ts';

/** Offers from letters of one employer, each word and figure of it easy to find where it does not belong. */
export const rsu = {
  name: 'Quuxcorp new hire',
  kind: 'rsu' as const,
  size: { by: 'shares' as const, shares: 1000 },
  price: '100',
  strike: null,
  preferred: null,
  listed: true,
  vesting: { start: { after: 0 }, granted: null, steps: vestingPresets.back.steps, cliff: null },
};

export const letter = (more: Partial<Components> = {}): Components => ({
  ...blankComponents(),
  base: known(145_678_00),
  bonus: known({ target: '10' }),
  guaranteed: none,
  signOn: known({ paid: [30_000_00, 20_000_00], clawback: null }),
  oneOff: none,
  grants: known([rsu]),
  refreshers: none,
  match: none,
  title: known('Wizard of Quuxcorp'),
  startDate: known('2027-02-01'),
  ...more,
});

export const content = (components = letter()) => ({ currency: 'USD', components, notes: 'Zanzibar said so' });

export const deadline = { kind: 'date' as const, on: '2026-12-04', zone: 'America/Denver' };

/** An opening with an offer that has nothing on record yet. */
export async function begin(owner: Person) {
  const opened = { company: 'Quuxcorp', role: 'Staff engineer', alias: 'fintech, 500 people', stage: 'offer' as const };
  const { opportunityId } = await owner.api.opportunity.create.mutate({ ...opened, on: '2026-11-02' });
  const { offerId } = await owner.api.offer.create.mutate({ opportunityId, receivedOn: '2026-11-20', deadline, draft: null });
  return { opportunityId, offerId };
}

/** An offer with one written version. */
export async function posted(owner: Person, components = letter()) {
  const made = await begin(owner);
  const version = { stage: 'written' as const, content: content(components) };
  await owner.api.offer.addVersion.mutate({ offerId: made.offerId, rev: 1, version });
  return made;
}

/** Shares an offer for five days; reader null is the whole council. */
export function shareOffer(owner: Person, offerId: string, councilId: string, reader: Person | null, levels: Levels) {
  const expiresAt = inDays(5).toISOString();
  return owner.api.share.set.mutate({ itemId: offerId, councilId, readerId: reader?.id ?? null, levels, expiresAt });
}

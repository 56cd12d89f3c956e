import { wholeLevels } from '@parley/domain/item/levels';
import { emptyPackage } from '@parley/domain/negotiation/package';
import { createWorld, type Person, type World } from './world.ts';

/** A negotiation with the offer and the opportunity that it hangs on. */
export type Table = { opportunityId: string; offerId: string; negotiationId: string };

/** Ana negotiates; Ben sits in her council, Cara chairs it, Dora is a stranger. */
export type Seats = { world: World; ana: Person; ben: Person; cara: Person; dora: Person; councilId: string };

export async function seatCouncil(): Promise<Seats> {
  const world = await createWorld();
  const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
  const [cara, dora] = [await world.person('Cara'), await world.person('Dora')];
  const councilId = await world.council('Thursday', [cara, ana, ben]);
  return { world, ana, ben, cara, dora, councilId };
}

/** An opportunity with an offer of the person's own. */
export async function makeOffer(person: Person): Promise<{ opportunityId: string; offerId: string }> {
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'offer', on: '2026-05-01' } as const;
  const { opportunityId } = await person.api.opportunity.create.mutate(opening);
  const given = { opportunityId, receivedOn: null, deadline: null, draft: null };
  const { offerId } = await person.api.offer.create.mutate(given);
  return { opportunityId, offerId };
}

export async function openTable(person: Person): Promise<Table> {
  const ground = await makeOffer(person);
  const { negotiationId } = await person.api.negotiation.create.mutate({ offerId: ground.offerId, currency: 'EUR' });
  return { ...ground, negotiationId };
}

/** Shares with the whole council, the company hidden. */
export async function shareAll({ councilId }: Seats, owner: Person, itemId: string): Promise<void> {
  await owner.api.share.set.mutate({ itemId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null });
}

export const askFields = {
  leg: 'compensation',
  tier: 'must',
  title: 'Base 120',
  amount: 12_000_000,
  justification: '',
  fallback: '',
} as const;

export function moveOf(at: string, party: 'candidate' | 'employer', base: number) {
  const offer = { ...emptyPackage, base };
  const said = { words: 'exactly so', firmness: 'difficult' as const, heard: [] };
  return { at, party, kind: 'propose' as const, channel: 'call' as const, package: offer, ...said };
}

/** The code of a refusal. */
export const codeOf = (body: string): string => JSON.parse(body).error?.data?.code;

/** The owner's walk-away is a base of 180,000. */
export const guardTable = (owner: Person, negotiationId: string) =>
  owner.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway: { base: 18_000_000, total: null, leave: null, words: '' } });

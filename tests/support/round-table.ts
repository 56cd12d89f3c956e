import { wholeLevels } from '@parley/domain/item/levels';
import { inDays } from './clock.ts';
import { baseCounter, roundDocument } from './rounds.ts';
import { createWorld, type Person, type World } from './world.ts';

export const soon = () => inDays(1).toISOString();

type Terms = { document?: object; deadlineAt?: string | null; quorum?: number; named?: boolean };
type People = Record<'ana' | 'ben' | 'cara' | 'dan' | 'stranger', Person>;

async function seated(world: World): Promise<{ people: People; councilId: string }> {
  const [ana, ben, cara, dan, stranger] = await Promise.all(
    (['Ana', 'Ben', 'Cara', 'Dan', 'Stranger'] as const).map((name) => world.person(name)),
  );
  if (!ana || !ben || !cara || !dan || !stranger) throw new Error('Somebody is missing.');
  return { people: { ana, ben, cara, dan, stranger }, councilId: await world.council('Wednesday', [ana, ben, cara, dan]) };
}

/** Ana, who asks, Ben, Cara and Dan, who are asked, somebody from elsewhere, and their acts in few words. */
export async function createTable(options?: Parameters<typeof createWorld>[0]) {
  const world = await createWorld(options);
  const { people, councilId } = await seated(world);
  const { ana } = people;
  const begin = async () => {
    const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: 'a bank', stage: 'offer' as const, on: '2026-11-20' };
    const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
    const { offerId } = await ana.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline: null, draft: null });
    const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
    return { opportunityId, offerId, negotiationId };
  };
  const draft = async (terms: Terms = {}, on?: string) => {
    const negotiationId = on ?? (await begin()).negotiationId;
    const { roundId } = await ana.api.round.create.mutate({ negotiationId });
    const document = { ...roundDocument('QUESTIONCANARY'), ...terms.document };
    await ana.api.round.save.mutate({ roundId, rev: 1, deadlineAt: null, quorum: 2, named: true, ...terms, document });
    return roundId;
  };
  const shareUntil = async (expiresAt: string | null, itemId: string, ...readers: Person[]) => {
    for (const reader of readers) {
      const share = { itemId, councilId, readerId: reader.id, levels: wholeLevels('hidden'), expiresAt };
      await ana.api.share.set.mutate(share);
    }
  };
  const shareWith = (itemId: string, ...readers: Person[]) => shareUntil(null, itemId, ...readers);
  const open = (roundId: string) => ana.api.round.open.mutate({ roundId, rev: 2 });
  const opened = async (readers: Person[], terms: Terms = {}) => {
    const roundId = await draft(terms);
    await shareWith(roundId, ...readers);
    await open(roundId);
    return roundId;
  };
  /** As the warning says it: with the number of the last set moment. */
  const reveal = async (roundId: string) => {
    const { owner } = await openOf(ana, roundId);
    return ana.api.round.reveal.mutate({ roundId, missing: owner?.missing ?? 0 });
  };
  /** The deadline has come. */
  const pass = (roundId: string) => world.client.round.update({ where: { id: roundId }, data: { deadlineAt: inDays(-1) } });
  /** Somebody more in the council. */
  const seat = async (person: Person) => {
    const { link } = await ana.api.invitation.create.mutate({ councilId, email: person.email });
    await person.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
  };
  return { world, councilId, seat, ...people, begin, draft, shareWith, shareUntil, open, opened, reveal, pass };
}

export type Table = Awaited<ReturnType<typeof createTable>>;

export const get = (person: Person, roundId: string) => person.api.round.get.query({ roundId });

export function seal(person: Person, roundId: string, base: number, reason = '') {
  return person.api.round.seal.mutate({ roundId, counter: baseCounter(base, reason) });
}

export async function status(person: Person, path: string, input: unknown): Promise<number> {
  return (await person.post(`round.${path}`, input)).status;
}

export function trySeal(person: Person, roundId: string, base: number): Promise<number> {
  return status(person, 'seal', { roundId, counter: baseCounter(base) });
}

export async function revealedOf(person: Person, roundId: string) {
  const { stage } = await get(person, roundId);
  if (stage.state !== 'revealed' && stage.state !== 'closed') throw new Error(`The round is ${stage.state}.`);
  return stage;
}

export async function openOf(person: Person, roundId: string) {
  const { stage } = await get(person, roundId);
  if (stage.state !== 'open') throw new Error(`The round is ${stage.state}.`);
  return stage;
}

/** The next of the set moments has come, at which seats of a round or of a debrief's reads change. */
export async function turned(world: World, id: string): Promise<void> {
  const shown = { shownAt: inDays(-1) };
  await world.client.sealedCounter.updateMany({ where: { roundId: id }, data: shown });
  await world.client.read.updateMany({ where: { debriefId: id }, data: shown });
}

import type { Person, World } from './world.ts';

export const briefOf = (gives: string) => ({ ceiling: 13_300_000, fixed: ['equity' as const], gives, mood: 'stiff' as const });

export const saidOf = (words: string, base: number | null = null) => ({
  party: 'candidate' as const,
  words,
  package: { base, bonusPercent: null, signOn: null, equity: null, others: [] },
  firmness: 'unclear' as const,
});

export const answersOf = (mark: string) => ({ heard: `${mark}-heard`, believed: `${mark}-believed`, change: `${mark}-change` });

type Cast = { owner: Person; peer: Person; negotiationId: string };

/** One rehearsal in each state. Only one goes on between two people: the earlier ones look ended while the next is made. */
export async function prepareRehearsals(world: World, { owner, peer, negotiationId }: Cast, mark: string) {
  const park = (id: string) =>
    world.client.$executeRaw`alter table rehearsal disable trigger goes_on`.then(() =>
      world.client.rehearsal.update({ where: { id }, data: { state: 'declined' } }),
    );
  const ask = async (peerId: string | null) => {
    const { rehearsalId } = await owner.api.rehearsal.ask.mutate({ negotiationId, peerId });
    if (peerId) await peer.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf(`${mark}-brief`) });
    return rehearsalId;
  };
  const live = async (peerId: string | null) => {
    const rehearsalId = await ask(peerId);
    await owner.api.rehearsal.begin.mutate({ rehearsalId });
    await owner.api.rehearsal.say.mutate({ rehearsalId, said: saidOf(`${mark}-rehearsed`) });
    return rehearsalId;
  };
  const liveRehearsalId = await live(peer.id);
  await park(liveRehearsalId);
  const endedRehearsalId = await live(peer.id);
  await owner.api.rehearsal.finish.mutate({ rehearsalId: endedRehearsalId });
  await owner.api.rehearsal.answer.mutate({ rehearsalId: endedRehearsalId, answer: answersOf(mark) });
  await park(endedRehearsalId);
  const readyRehearsalId = await ask(peer.id);
  await park(readyRehearsalId);
  const cardRehearsalId = await live(null);
  const { rehearsalId } = await owner.api.rehearsal.ask.mutate({ negotiationId, peerId: peer.id });
  const back = [
    [liveRehearsalId, 'live'],
    [endedRehearsalId, 'reflecting'],
    [readyRehearsalId, 'ready'],
  ] as const;
  for (const [id, state] of back) await world.client.rehearsal.update({ where: { id }, data: { state } });
  await world.client.$executeRaw`alter table rehearsal enable trigger goes_on`;
  return { rehearsalId, readyRehearsalId, liveRehearsalId, cardRehearsalId, endedRehearsalId };
}

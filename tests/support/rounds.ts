import type { Person } from './world.ts';

export type Rounds = { roundId: string; revealedRoundId: string; draftRoundId: string };

const silent = { inPlay: false, now: null };

/** What a round asks: a base, with a question that says whose it is. */
export function roundDocument(question: string) {
  return {
    question,
    currency: 'EUR',
    base: { inPlay: true, now: 12_000_000 },
    bonusPercent: silent,
    signOn: silent,
    equity: silent,
    others: [],
  };
}

/** A valid counter to such a round. */
export function baseCounter(base: number, reason = '') {
  return { package: { base, bonusPercent: null, signOn: null, equity: null, others: [] }, reason };
}

/** Three drafts that only their owner sees; the third on another negotiation, so that it can be opened beside the second. */
export async function draftRounds(
  owner: Person,
  negotiationId: string,
  otherNegotiationId: string,
  mark: string,
): Promise<Rounds> {
  const make = async (on: string) => {
    const { roundId } = await owner.api.round.create.mutate({ negotiationId: on });
    const terms = { document: roundDocument(`${mark}-round`), deadlineAt: null, quorum: 3, named: true };
    await owner.api.round.save.mutate({ roundId, rev: 1, ...terms });
    return roundId;
  };
  return {
    revealedRoundId: await make(negotiationId),
    roundId: await make(negotiationId),
    draftRoundId: await make(otherNegotiationId),
  };
}

/** Once they are shared: the first is asked and revealed, the second is open with a sealed target. */
export async function askRounds(owner: Person, { revealedRoundId, roundId }: Rounds, mark: string): Promise<void> {
  await owner.api.round.open.mutate({ roundId: revealedRoundId, rev: 2 });
  await owner.api.round.reveal.mutate({ roundId: revealedRoundId, missing: 1 });
  await owner.api.round.open.mutate({ roundId, rev: 2 });
  await owner.api.round.seal.mutate({ roundId, counter: baseCounter(13_579_200, `${mark}-own-target`) });
}

import type { Preparation } from '@parley/domain/round/policy';
import type { RoundStanding } from '@parley/domain/round/seats';
import { notify } from '../notification/store.ts';
import type { Scope } from '../trpc.ts';
import type { AuthoredCounter } from './counter-store.ts';
import * as store from './store.ts';

type Kind = 'roundOpened' | 'roundRevealed';

/** Tells everybody asked, and of a reveal the owner too. */
export async function tell(scope: Scope, kind: Kind, round: RoundStanding, itemId: string): Promise<void> {
  const people = kind === 'roundRevealed' ? [round.ownerId, ...round.readerIds] : round.readerIds;
  await notify(
    scope,
    people.map((recipientId) => ({ recipientId, kind, itemId })),
  );
}

/** Reveals the round if that is due: a write never meets one that should be revealed already. */
export async function settle(scope: Scope, roundId: string): Promise<boolean> {
  const revealed = await store.revealDue(scope, roundId);
  if (revealed) await tell(scope, 'roundRevealed', await store.findStanding(scope, roundId), roundId);
  return revealed;
}

/** What decides, besides who can read it, whether the owner may open the round. */
export async function loadPreparation(
  scope: Scope,
  round: store.Round,
  target: AuthoredCounter | undefined,
): Promise<Preparation> {
  const siblings = await store.findRounds(scope, round.negotiationId);
  const othersOpen = siblings.filter(({ roundId, state }) => state === 'open' && roundId !== round.roundId).length;
  return { document: round.document, target: target?.package ?? null, othersOpen, now: scope.now };
}

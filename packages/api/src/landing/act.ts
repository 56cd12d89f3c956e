import { newId } from '@parley/db/id';
import type { Held, RowsOf } from '@parley/db/line';
import { createRing, type Ring } from '@parley/db/ring';
import { groupBy } from '@parley/domain/kernel/group';
import type { SaveLanding } from '@parley/domain/landing/input';
import { landingDue, reduceLedger } from '@parley/domain/landing/landing';
import { packageOfOffer } from '@parley/domain/negotiation/ledger/offer-package';
import type { z } from 'zod';
import { standAsClock } from '../clock.ts';
import type { Deps } from '../context.ts';
import { ownKey } from '../identity/rows.ts';
import { standAsPerson } from '../mail/post-rows.ts';
import { openMoves } from '../negotiation/ledger/rows.ts';
import { outcomeContent } from '../negotiation/outcome/rows.ts';
import { planContent } from '../negotiation/rows.ts';
import { versionContent } from '../offer/rows.ts';
import { tellAct } from '../tell.ts';
import { act } from '../write.ts';
import {
  addKeepsake,
  dropLanded,
  dropLanding,
  dueLandings,
  heldLanding,
  keepLanding,
  keepsakeContent,
  landedMoves,
  landedNegotiations,
  landedOutcomes,
  landedVersions,
} from './rows.ts';

/** Keeps what the person wants to become of offers and ledgers; it counts from now. */
export const savingLanding = act({
  facts: () => ({ key: ownKey() }),
  decide({ now }, { choice, days }: z.output<typeof SaveLanding>) {
    return { changes: [choice === null ? dropLanding() : keepLanding(choice, days, now)], answer: { done: true } };
  },
});

const askLanded = (personId: string) => ({
  as: standAsPerson(personId),
  key: ownKey(),
  landing: heldLanding(),
  negotiations: landedNegotiations(),
  moves: landedMoves(),
  versions: landedVersions(),
  outcomes: landedOutcomes(),
});

type Landed = RowsOf<ReturnType<typeof askLanded>>;

/** Each negotiation in percentages, sealed for its opportunity; those without a first offer leave nothing. */
function reduceAll(rows: Landed, { open, seal }: Ring, owner: string) {
  const moves = groupBy(rows.moves, ({ negotiationId }) => negotiationId);
  return rows.negotiations.flatMap(({ id, offerId, opportunityId, rev, sealed }) => {
    const { horizonYears: years } = open(planContent, { id, owner, rev }, sealed);
    const version = rows.versions.find((one) => one.offerId === offerId);
    const end = rows.outcomes.find((one) => one.negotiationId === id);
    const kept = reduceLedger({
      moves: openMoves(open, owner, moves.get(id) ?? []),
      first: version ? packageOfOffer(open(versionContent, { id: version.id, owner, rev: 1 }, version.sealed)) : null,
      outcome: end ? { kind: end.kind, package: open(outcomeContent, { id, owner, rev: end.rev }, end.sealed).package } : null,
      years,
    });
    if (!kept) return [];
    const keepsakeId = newId();
    return [addKeepsake(keepsakeId, opportunityId, seal(keepsakeContent, { id: keepsakeId, owner, rev: 1 }, kept))];
  });
}

type LandingDeps = Pick<Deps, 'line' | 'memory' | 'keys'>;

/** As this person, and only while it is still due: another server may have done it, or they may have chosen otherwise. */
async function endOne({ keys, memory }: LandingDeps, held: Held, personId: string): Promise<number> {
  const [rows] = await held.ask(askLanded(personId));
  const [landing] = rows.landing;
  const now = rows.as[0]?.now;
  if (!landing?.landedAt || !now || landingDue(landing.landedAt, landing.since, landing.days) > now) return 0;
  const ring = createRing(keys, memory, rows.key);
  const kept = landing.choice === 'percentages' ? reduceAll(rows, ring, personId) : [];
  const told = tellAct('clock.landed', 'mine', null, null, null, null, null);
  await held.commit([...kept, ...dropLanded.map((drop) => drop()), told]);
  return 1;
}

/** Does what people chose for after their landing, of whom it is due. Answers of how many it was done. */
export async function endLanded(deps: LandingDeps): Promise<number> {
  const [{ due }] = await deps.line.ask({ role: standAsClock(), due: dueLandings() });
  let done = 0;
  for (const { accountId } of due) done += await deps.line.hold((held) => endOne(deps, held, accountId));
  return done;
}

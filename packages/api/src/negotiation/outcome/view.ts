import type { Ring } from '@parley/db/ring';
import type { RowIn } from '@parley/db/statement';
import { findFirstOffer, gainOf } from '@parley/domain/negotiation/outcome/gain';
import type { OutcomeOf } from '@parley/domain/negotiation/outcome/input';
import { findRefusedAll, type Outcome } from '@parley/domain/negotiation/outcome/outcome';
import type { z } from 'zod';
import { openVersion, versionsBehind } from '../../offer/rows.ts';
import { question } from '../../read.ts';
import { movesOf, openMoves } from '../ledger/rows.ts';
import { negotiationOf, openNegotiation } from '../rows.ts';
import type { Negotiation } from '../store.ts';
import { openOutcome, outcomeOf } from './rows.ts';

type MoveRows = Parameters<typeof openMoves>[2];
type VersionRow = RowIn<typeof versionsBehind>;
type Measured = { open: Ring['open']; viewer: { id: string }; rows: { moves: MoveRows; versions: readonly VersionRow[] } };

/** What an outcome is measured from besides itself. */
const measureRows = (negotiationId: string) => ({
  moves: movesOf(negotiationId),
  versions: versionsBehind(negotiationId),
});

/** A reader may not see the offer, and from a gain against it could reckon it: for them only the ledger counts. */
function firstOf({ open, viewer, rows }: Measured, { ownerId, plan }: Negotiation) {
  const [version] = ownerId === viewer.id ? rows.versions : [];
  const content = version ? openVersion(open, ownerId, version).content : null;
  return findFirstOffer(openMoves(open, ownerId, rows.moves), content, plan.currency);
}

/** How a negotiation ended, with what that was worth. */
function viewOutcome(given: Measured, negotiation: Negotiation, outcome: Outcome | null) {
  const { plan } = negotiation;
  const first = firstOf(given, negotiation);
  // a plan whose currency has changed since is no measure for what was recorded in the old one
  const measured = outcome && first && outcome.currency === plan.currency;
  return {
    outcome,
    first,
    gain: measured ? gainOf(first, outcome.package, plan.horizonYears) : null,
    refusedAll: outcome && findRefusedAll(outcome.outside),
  };
}

export const outcomeQuestion = question({
  ask: ({ negotiationId }: z.output<typeof OutcomeOf>) => ({
    negotiation: negotiationOf(negotiationId),
    outcome: outcomeOf(negotiationId),
    ...measureRows(negotiationId),
  }),
  answer(given) {
    const { rows, open } = given;
    const negotiation = openNegotiation(open, rows.negotiation);
    return viewOutcome(given, negotiation, openOutcome(open, negotiation.ownerId, rows.outcome));
  },
});

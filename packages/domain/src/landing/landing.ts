import { findStanding, type Move, orderMoves, type Party, proposes } from '../negotiation/ledger/move.ts';
import type { OutcomeKind } from '../negotiation/outcome/outcome.ts';
import { type Package, valuePackage } from '../negotiation/package.ts';

export const landingChoices = ['delete', 'percentages'] as const;
/** What becomes of offers and ledgers some days after landing: nothing is left, or what they were in percent. */
export type LandingChoice = (typeof landingChoices)[number];

const day = 86_400_000;

/** When it happens: so many days after landing, and never within a day of the choice, which can be taken back until then. */
export function landingDue(landedAt: Date, chosenAt: Date, days: number): Date {
  return new Date(Math.max(landedAt.getTime() + days * day, chosenAt.getTime() + day));
}

/** What is kept of a negotiation without a figure: each proposal, and the end, in percent of what was offered first. */
export type Keepsake = {
  steps: { on: string; party: Party; percent: string }[];
  outcome: { kind: OutcomeKind; percent: string | null } | null;
};

/** `108.3`, of 100 for the same; one decimal, a half up. */
function percentOf(value: number, reference: number): string {
  const tenths = (BigInt(value) * 2000n + BigInt(reference)) / (2n * BigInt(reference));
  return `${tenths / 10n}.${tenths % 10n}`;
}

type Reducible = {
  moves: readonly Move[];
  /** The first version of the offer, for a ledger in which the employer put nothing forward. */
  first: Package | null;
  outcome: { kind: OutcomeKind; package: Package } | null;
  years: number;
};

/** A negotiation reduced to percentages; null when nothing was ever offered that others could be measured by. */
export function reduceLedger({ moves, first, outcome, years }: Reducible): Keepsake | null {
  const ordered = orderMoves(moves);
  const opening = ordered.findIndex((move) => move.party === 'employer' && proposes(move));
  const offered = opening < 0 ? first : findStanding(ordered.slice(0, opening + 1), 'employer');
  const reference = offered ? valuePackage(offered, years) : 0;
  if (reference <= 0) return null;
  const steps = ordered.flatMap((move, at) => {
    const standing = proposes(move) ? findStanding(ordered.slice(0, at + 1), move.party) : null;
    if (!standing) return [];
    return [{ on: move.at.slice(0, 10), party: move.party, percent: percentOf(valuePackage(standing, years), reference) }];
  });
  const final = outcome ? valuePackage(outcome.package, years) : 0;
  return {
    steps,
    outcome: outcome && { kind: outcome.kind, percent: final > 0 ? percentOf(final, reference) : null },
  };
}

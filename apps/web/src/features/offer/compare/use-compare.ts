import type { ProjectedYear } from '@parley/domain/compensation/project-offer';
import { DomainError } from '@parley/domain/kernel/error';
import { asSeen, compareSeen, type Seen, type SeenComparison } from '@parley/domain/offer/comparison';
import {
  type ApartYear,
  compareApart,
  compareParts,
  type PartApart,
  type PartRow,
  type PartYear,
  partsOfYear,
  presentValues,
} from '@parley/domain/offer/comparison-parts';
import type { Criterion } from '@parley/domain/offer/criteria';
import type { OfferView } from '@parley/domain/offer/sharing/disclosure';
import { exactly, type Span } from '@parley/domain/offer/sharing/grid';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { drafts } from '../../../lib/drafts.ts';
import { usePerson } from '../../../lib/person.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useKeeping } from '../../../lib/use-draft.ts';

/** An offer laid beside others: whose it is, and what I may see of it. */
export type Side = {
  offerId: string;
  label: string;
  short: string;
  seen: Seen;
  parts: PartYear[];
  apart: ApartYear[];
  starts: Span[];
  missing: string[];
  isMine: boolean;
};

/** How an offer is made comparable, as typed: nothing yet is null. */
export type Basis = { rate: string | null; on: string; costOfLiving: string | null };
export type ComparisonBasis = { currency: string; bases: Record<string, Basis>; discount: string; criteria: Criterion[] };

/** Offers that others share with me, each once, whatever council it comes through. */
export function useSharedOffers() {
  const trpc = useTRPC();
  const councils = useQuery(trpc.council.list.queryOptions());
  const lists = useQueries({
    queries: (councils.data ?? []).map(({ councilId }) => trpc.share.listShared.queryOptions({ councilId })),
  });
  const all = lists.flatMap(({ data }) => data ?? []).filter(({ kind }) => kind === 'offer');
  return {
    offers: [...new Map(all.map((line) => [line.itemId, line])).values()],
    isPending: councils.isPending || lists.some((list) => list.isPending),
    error: councils.error ?? lists.find((list) => list.error)?.error ?? null,
  };
}

const exact = (sum: number | null): Span | null => (sum === null ? null : exactly(sum));

/** A year of mine by what it is made of; what is not stated is null. */
function ownParts({ base, bonus, guaranteed, signOn, oneOff, vest, refreshers }: ProjectedYear): PartYear {
  return partsOfYear({
    base: exact(base),
    bonus: exact(bonus),
    guaranteed: exact(guaranteed),
    signOn: exact(signOn),
    oneOff: exact(oneOff),
    vest: exact(vest),
    refreshers: exact(refreshers),
  });
}

const ownApart = ({ match, espp, benefits }: ProjectedYear): ApartYear => ({
  match: exact(match),
  espp: exact(espp),
  benefits: exact(benefits),
});

/** My own offers among the chosen, each with its projection on its own assumptions. */
export function useOwnSides(offerIds: readonly string[], labels: ReadonlyMap<string, Pick<Side, 'label' | 'short'>>) {
  const trpc = useTRPC();
  const queries = useQueries({ queries: offerIds.map((offerId) => trpc.offer.get.queryOptions({ offerId })) });
  const sides = queries.flatMap(({ data }): Side[] => {
    if (!data?.projection) return [];
    const missing = data.projection.unknown.map(({ what }) => `${what} not stated`);
    const { offerId, projection } = data;
    const names = labels.get(offerId);
    const { years, starts } = projection;
    const laid = {
      seen: asSeen(projection),
      parts: years.map(ownParts),
      apart: years.map(ownApart),
      starts: starts.map(exactly),
    };
    return names ? [{ offerId, ...names, ...laid, missing, isMine: true }] : [];
  });
  return {
    sides,
    isPending: queries.some((query) => query.isPending),
    error: queries.find((query) => query.error)?.error ?? null,
  };
}

/** What somebody shows me, as a side: what they hide or have not stated is named. */
export function sharedSide(offerId: string, ownerName: string, view: OfferView): Side {
  const { years, starts, without, unknown } = view.projection;
  const missing = [...without.map((group) => `${group} hidden`), ...unknown.map((what) => `${what} not stated`)];
  const seen = { currency: view.currency, complete: missing.length === 0, years };
  const label = `${ownerName}’s: ${view.employer}`;
  const [parts, apart] = [years.map(partsOfYear), years.map((year): ApartYear => year)];
  return { offerId, label, short: `${ownerName}’s`, seen, parts, apart, starts, missing, isMine: false };
}

const untold = (today: string): Basis => ({ rate: null, on: today, costOfLiving: null });

/** What was kept in this browser; what an older Parley did not keep is as at first. */
function groundOf(held: unknown, currency: string): ComparisonBasis {
  const blank = { currency, bases: {}, discount: '10', criteria: [] };
  const isKept = typeof held === 'object' && held !== null && typeof Reflect.get(held, 'currency') === 'string';
  return isKept ? { ...blank, ...held } : blank;
}

/** The common currency, and rate, date and cost of living of each; kept in this browser. */
export function useComparisonBasis(today: string) {
  const { id, currency } = usePerson();
  const { keep } = useKeeping(id, 'compare');
  const [ground, setGround] = useState<ComparisonBasis>(() => groundOf(drafts.read(id, 'compare'), currency));
  const put = (next: ComparisonBasis) => {
    setGround(next);
    keep(next);
  };
  const basisOf = (offerId: string) => ground.bases[offerId] ?? untold(today);
  return {
    ...ground,
    basisOf,
    setDiscount: (discount: string) => put({ ...ground, discount }),
    setCriteria: (criteria: Criterion[]) => put({ ...ground, criteria }),
    setCurrency: (next: string) => put({ ...ground, currency: next }),
    setBasis: (offerId: string, patch: Partial<Basis>) =>
      put({ ...ground, bases: { ...ground.bases, [offerId]: { ...basisOf(offerId), ...patch } } }),
  };
}

/** `today` is null while the rate is half typed. */
export type Compared =
  | { result: SeenComparison; parts: PartRow[]; apart: PartRow<PartApart>[]; today: Span[] | null }
  | { path: string; message: string };

/** A rate half typed is no rate yet. */
function quietly<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The comparison, or what keeps it from being made and beside which field. */
export function compareSides(sides: readonly Side[], ground: ReturnType<typeof useComparisonBasis>): Compared {
  const footings = sides.map(({ offerId }) => {
    const { rate, on, costOfLiving } = ground.basisOf(offerId);
    return { rate: rate === null ? null : { value: rate, on }, costOfLiving };
  });
  const dateless = sides.findIndex(({ seen }, at) => seen.currency !== ground.currency && footings[at]?.rate?.on === '');
  if (dateless >= 0) return { path: `offers.${dateless}.on`, message: 'Enter the date of the rate.' };
  try {
    const seen = sides.map((side) => side.seen);
    return {
      result: compareSeen(seen, ground.currency, footings),
      parts: compareParts(sides, ground.currency, footings),
      apart: compareApart(sides, ground.currency, footings),
      today: quietly(() => presentValues(sides, ground.currency, footings, ground.discount)),
    };
  } catch (error) {
    if (error instanceof DomainError) return { path: error.path ?? '', message: error.message };
    throw error;
  }
}

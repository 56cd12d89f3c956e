import type { AppRouter } from '@parley/api/router';
import type { inferRouterOutputs } from '@trpc/server';
import { usePerson } from '../../lib/person.ts';
import { instantToLocal, localToInstant } from '../../lib/time/zoned.ts';

type Outputs = inferRouterOutputs<AppRouter>['share'];
export type Glance = Outputs['glance'];
export type Options = Outputs['options'];
export type Standing = Outputs['get'];
export type SharedLine = Outputs['listShared'][number];
export type OwnLine = Outputs['mine'][number];

const day = 86_400_000;

/** Days in the person's zone and the moments at which they end. */
export function useDays() {
  const { zone } = usePerson();
  const dayOf = (at: Date) => instantToLocal(at.toISOString(), zone).slice(0, 10);
  return {
    /** The civil day on which this moment falls. */
    dayOf,
    /** The moment at which a civil day ends; null for a day half typed. */
    endOf: (civil: string) => {
      const next = new Date(Date.parse(`${civil}T00:00:00Z`) + day);
      return Number.isNaN(next.getTime()) ? null : localToInstant(`${next.toISOString().slice(0, 10)}T00:00`, zone);
    },
    /** The last day whose end is still within so many days from now. */
    lastDay: (days: number) => dayOf(new Date(Date.now() + (days - 1) * day)),
  };
}

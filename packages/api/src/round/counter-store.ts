import { CounterFields } from '@parley/domain/round/input';
import type { Counter } from '@parley/domain/round/round';
import type { Scope } from '../trpc.ts';

export type AuthoredCounter = Counter & { authorId: string; late: boolean };

type Round = { roundId: string; ownerId: string };

const sealOf = (roundId: string, authorId: string, owner: string, rev: number) => ({
  table: 'sealed_counter',
  id: `${roundId}:${authorId}`,
  owner,
  rev,
});

/** The counters that the viewer may see: their own until the reveal, all after it. The owner's is the target. */
export async function findCounters(scope: Scope, { roundId, ownerId }: Round): Promise<AuthoredCounter[]> {
  const rows = await scope.db.sealedCounter.findMany({ where: { roundId }, orderBy: { authorId: 'asc' } });
  return Promise.all(
    rows.map(async ({ authorId, late, rev, sealed }) => {
      const counter = await scope.vault.open(sealOf(roundId, authorId, ownerId, rev), sealed, CounterFields);
      return { authorId, late, ...counter };
    }),
  );
}

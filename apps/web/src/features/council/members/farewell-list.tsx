import type { AppRouter } from '@parley/api/router';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { ReactNode } from 'react';
import { Card } from '../../../components/card.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Page } from '../../../components/page.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

type Farewell = inferRouterOutputs<AppRouter>['council']['farewells'][number];

/** Councils that ended for this person by somebody else's act, with the reason. Nothing when there are none. */
export function FarewellList() {
  const trpc = useTRPC();
  const farewells = useQuery(trpc.council.farewells.queryOptions());
  if (farewells.isLoadingError)
    return <Failed error={farewells.error} what="past councils" retry={() => void farewells.refetch()} />;
  if (!farewells.data?.length) return null;
  return (
    <Card title="Councils you are no longer in" flush>
      <ul className="divide-y divide-line">
        {farewells.data.map((farewell) => (
          <li key={farewell.councilId} className="px-4 py-3 sm:px-5">
            <Words farewell={farewell} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** In the place of a council that ended for this person: what was said to them, or what is shown when nothing was. */
export function FarewellPage({ councilId, otherwise }: { councilId: string; otherwise: ReactNode }) {
  const trpc = useTRPC();
  const farewells = useQuery({ ...trpc.council.farewells.queryOptions(), throwOnError: false });
  const farewell = farewells.data?.find((one) => one.councilId === councilId);
  if (farewells.isPending) return <Skeleton what="what was said to you" />;
  if (!farewell) return otherwise;
  return (
    <Page title={farewell.councilName}>
      <Card>
        <Words farewell={farewell} />
      </Card>
      <div>
        <LinkButton to="/council" kind="primary">
          Go to my councils
        </LinkButton>
      </div>
    </Page>
  );
}

function Words({ farewell }: { farewell: Farewell }) {
  const format = useFormat();
  return (
    <>
      <p>
        {farewell.kind === 'removed' ? `You were removed from ${farewell.councilName}` : `${farewell.councilName} was closed`}
        {farewell.endedAt ? ` on ${format.dayOf(farewell.endedAt)}` : ''}.
      </p>
      {farewell.reason ? (
        <blockquote className="mt-1 max-w-prose border-l-2 border-line pl-3 whitespace-pre-wrap">{farewell.reason}</blockquote>
      ) : null}
      <p className="mt-1 text-sm text-ink-soft">What you wrote and your own opportunities stay yours.</p>
    </>
  );
}

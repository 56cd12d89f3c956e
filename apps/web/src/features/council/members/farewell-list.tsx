import { useQuery } from '@tanstack/react-query';
import { Card } from '../../../components/card.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** Councils that ended for this person by somebody else's act, with the reason. Nothing when there are none. */
export function FarewellList() {
  const trpc = useTRPC();
  const format = useFormat();
  const farewells = useQuery(trpc.council.farewells.queryOptions());
  if (farewells.isLoadingError)
    return <Failed error={farewells.error} what="past councils" retry={() => void farewells.refetch()} />;
  if (!farewells.data?.length) return null;
  return (
    <Card title="Councils you are no longer in" flush>
      <ul className="divide-y divide-line">
        {farewells.data.map((farewell) => (
          <li key={farewell.councilId} className="px-4 py-3 sm:px-5">
            <p>
              {farewell.kind === 'removed'
                ? `You were removed from ${farewell.councilName}`
                : `${farewell.councilName} was closed`}
              {farewell.endedAt ? ` on ${format.dayOf(farewell.endedAt)}` : ''}.
            </p>
            {farewell.reason ? (
              <blockquote className="mt-1 max-w-prose border-l-2 border-line pl-3 whitespace-pre-wrap">
                {farewell.reason}
              </blockquote>
            ) : null}
            <p className="mt-1 text-sm text-ink-soft">What you wrote and your own opportunities stay yours.</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

import type { Process } from '@parley/domain/negotiation/plan/decision';
import type { LeaveAnswer } from '@parley/domain/negotiation/plan/walk-away';
import { stageName } from '@parley/domain/opportunity/opportunity';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

const leaving = { yes: 'Yes, I would leave.', no: 'No, I would stay.', unsure: 'I am not sure.' } satisfies Record<
  LeaveAnswer,
  string
>;

/** Would I really walk? Fetched only when it is asked for, and forgotten when it is hidden. */
export function WalkPart({ negotiationId }: { negotiationId: string }) {
  const [shown, setShown] = useState(false);
  return (
    <Part title="Would I really walk?">
      {shown ? <Leaving negotiationId={negotiationId} /> : null}
      <Button kind="quiet" aria-expanded={shown} className="-ml-4" onClick={() => setShown(!shown)}>
        {shown ? 'Hide it' : 'Show my answer'}
      </Button>
    </Part>
  );
}

function Leaving({ negotiationId }: { negotiationId: string }) {
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.walkAway.get.queryOptions({ negotiationId }), gcTime: 0, staleTime: 0 });
  if (query.isPending) return <Skeleton lines={1} what="your answer" />;
  if (query.isLoadingError) return <Failed error={query.error} what="your answer" retry={() => void query.refetch()} />;
  const { leave } = query.data.walkAway;
  return <p>{leave === null ? 'Not answered yet: it stands with your walk-away.' : leaving[leave]}</p>;
}

/** What else is going on; without any of it one negotiates on market, scope and opportunity cost. */
export function OtherList({ processes }: { processes: readonly Process[] }) {
  const format = useFormat();
  return (
    <Part title="Other offers and live processes">
      {processes.length === 0 ? (
        <p className="text-ink-soft">
          None from the first screening on. What speaks for you is the market, the scope, and their cost of going on looking.
        </p>
      ) : (
        <ul className="flex flex-col">
          {processes.map(({ opportunityId, company, role, stage, offers }) => (
            <li key={opportunityId}>
              <Link
                to="/opportunities/$opportunityId"
                params={{ opportunityId }}
                className="flex min-h-11 flex-wrap items-center gap-x-2 text-ink hover:underline"
              >
                <span className="font-medium">
                  {role}, {company}
                </span>
                <span className="text-ink-soft">
                  {stageName(stage)}
                  {offers.flatMap(({ offered }) =>
                    offered
                      ? [
                          ` · ${format.money(offered.total, offered.currency)} over four years${offered.complete ? '' : ' so far'}`,
                        ]
                      : [],
                  )}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="text-base">{title}</h3>
      {children}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Chip } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page.tsx';
import { TableDrawing } from '../../components/table-drawing.tsx';
import { useTRPC } from '../../lib/trpc.ts';

import { FoundForm } from './found-form.tsx';
import { FarewellList } from './members/farewell-list.tsx';
import { Rhythm } from './rhythm/meeting-card.tsx';

/** My councils, or the first one to found. One council goes straight to its page, unless `all` are wanted. */
export function CouncilsPage({ all }: { all: boolean }) {
  const trpc = useTRPC();
  const councils = useQuery(trpc.council.list.queryOptions());
  const [founding, setFounding] = useState(false);
  const none = councils.data?.length === 0;
  const [only, ...others] = councils.data ?? [];
  if (only && others.length === 0 && !all && !founding)
    return <Navigate to="/council/$councilId" params={{ councilId: only.councilId }} replace />;
  return (
    <Page
      title="Council"
      action={
        founding || !councils.data || none ? null : (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setFounding(true)}>
            Found another council
          </Button>
        )
      }
    >
      {councils.isPending ? <Skeleton what="your councils" /> : null}
      {councils.isError ? <Failed error={councils.error} what="your councils" retry={() => void councils.refetch()} /> : null}
      {none ? <NoCouncil /> : null}
      {founding && !none ? (
        <Card title="A new council">
          <FoundForm onCancel={() => setFounding(false)} />
        </Card>
      ) : null}
      {councils.data && !none ? (
        <ul className="flex flex-col gap-3">
          {councils.data.map((council) => (
            <li
              key={council.councilId}
              className="relative rounded-md border border-line bg-raised px-4 py-4 hover:border-line-strong sm:px-5"
            >
              <div className="flex flex-wrap items-center gap-2">
                <h2 className="text-lg">
                  <Link
                    to="/council/$councilId"
                    params={{ councilId: council.councilId }}
                    className="after:absolute after:inset-0 after:rounded-md"
                  >
                    {council.name}
                  </Link>
                </h2>
                {council.role === 'moderator' ? <Chip>You chair</Chip> : null}
                {council.owesAcceptance ? <Chip tone="warn">Charter to accept</Chip> : null}
              </div>
              <p className="text-ink-soft">
                {council.active === 1 ? 'Just you so far' : `${council.active} members`} · <Rhythm cadence={council.cadence} />
              </p>
              {council.purpose ? <p className="mt-1 max-w-prose">{council.purpose}</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <FarewellList />
    </Page>
  );
}

function NoCouncil() {
  return (
    <Card title="Found a council of four to eight peers">
      <div className="flex flex-col gap-5">
        <div className="flex items-center gap-5">
          <TableDrawing className="w-28 shrink-0 max-sm:hidden" />
          <p className="max-w-prose text-ink-soft">
            The same stage of career, different employers, and nobody’s boss. You start from a charter that you edit, then invite
            people by link. If somebody invited you, open the link they sent.
          </p>
        </div>
        <FoundForm />
        <p>
          <a href="/sample/council" className="inline-flex min-h-11 items-center text-accent underline">
            Look around in a sample council
          </a>
        </p>
      </div>
    </Card>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShareChip } from '../../components/item-tools.tsx';
import { negotiationParts, partOfNegotiation, roomOf } from '../../lib/rooms.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { BeginForm } from './begin-form.tsx';
import { QuickDialog } from './ledger/quick-dialog.tsx';
import { TurnMark } from './ledger/turn-card.tsx';
import { ConflictCard } from './plan/conflict-card.tsx';
import { usePlan } from './plan/use-plan.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { useDecision } from './use-evidence.ts';
import { partTitles, type Sheet, SheetContext } from './use-sheet.ts';

export type NegotiationPanelProps = {
  opportunityId: string;
  mine: boolean;
  itemIds: string[];
  /** The negotiation that the address names. */
  chosen: string | undefined;
  /** The part, which the app brings. */
  children: ReactNode;
};

/** The negotiation of an opportunity's offer: whose turn it is, and its parts one press apart. */
export function NegotiationPanel({ opportunityId, mine, itemIds, chosen, children }: NegotiationPanelProps) {
  const negotiationId = itemIds.find((id) => id === chosen) ?? itemIds[0];
  return (
    <div className="flex flex-col gap-5">
      {itemIds.length > 1 ? <Several opportunityId={opportunityId} itemIds={itemIds} shown={negotiationId} /> : null}
      {negotiationId === undefined ? null : (
        <Found key={negotiationId} negotiationId={negotiationId} of={chosen}>
          {children}
        </Found>
      )}
      {mine ? <BeginForm opportunityId={opportunityId} negotiationIds={itemIds} /> : null}
      {!mine && itemIds.length === 0 ? <EmptyState title="No negotiation is shared with you here." /> : null}
    </div>
  );
}

const tab =
  'inline-flex min-h-11 items-center rounded-md px-3 text-ink-soft hover:bg-sunken hover:text-ink ' +
  'aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-strong';

type SeveralProps = { opportunityId: string; itemIds: readonly string[]; shown: string | undefined };

/** An opportunity with several offers may have a negotiation for each. */
function Several({ opportunityId, itemIds, shown }: SeveralProps) {
  return (
    <nav aria-label="Negotiations">
      <ul className="-mx-3 flex flex-wrap">
        {itemIds.map((id, index) => (
          <li key={id}>
            <Link
              to={roomOf.negotiation}
              params={{ opportunityId }}
              search={{ of: id }}
              activeProps={{ 'aria-current': undefined }}
              aria-current={id === shown ? 'true' : undefined}
              className={tab}
            >
              Negotiation {index + 1}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type FoundProps = { negotiationId: string; of: string | undefined; children: ReactNode };

function Found({ negotiationId, of, children }: FoundProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.negotiation.get.queryOptions({ negotiationId }));
  // All that a part shows is asked for at once and drawn at once.
  const outcome = useQuery(trpc.outcome.get.queryOptions({ negotiationId }));
  const terms = useQuery(trpc.term.list.queryOptions({ negotiationId }));
  const decision = useDecision(negotiationId, query.data?.mine ?? false);
  const waiting = outcome.isPending || terms.isPending || decision.isLoading;
  if (query.isPending || waiting) return <Skeleton lines={8} what="the negotiation" />;
  if (query.isLoadingError) return <Failed error={query.error} what="the negotiation" retry={() => void query.refetch()} />;
  return (
    <Open seen={query.data} of={of}>
      {children}
    </Open>
  );
}

function Open({
  seen,
  of,
  children,
}: {
  seen: Omit<Sheet, 'editing' | 'candidate' | 'of'>;
  of: string | undefined;
  children: ReactNode;
}) {
  const { negotiationId, opportunityId, mine, ownerName, rev, plan, ledger } = seen;
  const editing = usePlan(negotiationId, { rev, plan });
  const candidate = mine ? 'You' : ownerName;
  const sheet: Sheet = { ...seen, plan: mine ? editing.plan : plan, editing, candidate, of };
  return (
    <SheetContext value={sheet}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line pb-1">
        <nav aria-label="Parts of the negotiation">
          <ul className="-ml-3 flex">
            {negotiationParts.map((part) => (
              <li key={part}>
                <Link to={partOfNegotiation} params={{ opportunityId, part }} search={{ of }} className={tab}>
                  {partTitles[part]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 items-center gap-2 max-sm:w-full max-sm:flex-wrap max-sm:justify-between">
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:basis-full">
            <TurnMark negotiationId={negotiationId} turn={ledger.turn} candidate={candidate} />
            <ShareChip itemId={negotiationId} kind="negotiation" />
          </span>
          {mine ? <QuickDialog {...{ opportunityId, negotiationId }} currency={plan.currency} /> : null}
          {mine ? <RemoveDialog opportunityId={opportunityId} negotiationId={negotiationId} /> : null}
        </div>
      </div>
      <ConflictCard {...{ editing, opportunityId }} />
      {children}
    </SheetContext>
  );
}

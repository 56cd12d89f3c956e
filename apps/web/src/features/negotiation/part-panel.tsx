import { isEnding } from '@parley/domain/opportunity/opportunity';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { negotiationParts, partOfNegotiation, roomOf } from '../../lib/rooms.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { partFor, partOfBlock, type Sheet, useSheet } from './use-sheet.ts';

const panels = {
  plan: lazy(() => import('./plan-panel.tsx').then((file) => ({ default: file.PlanPanel }))),
  ledger: lazy(() => import('./ledger/ledger-panel.tsx').then((file) => ({ default: file.LedgerPanel }))),
  terms: lazy(() => import('./terms/terms-panel.tsx').then((file) => ({ default: file.TermsPanel }))),
  outcome: lazy(() => import('./outcome/end-panel.tsx').then((file) => ({ default: file.EndPanel }))),
};

type PartProps = { opportunityId: string; part: string /** The rehearsals, which the plan has. */; rehearsals: ReactNode };

/** The part that the address names, once it is here; an address that names none leads to the first. */
export function PartPanel({ opportunityId, part: named, rehearsals }: PartProps) {
  const sheet = useSheet();
  const part = negotiationParts.find((one) => one === named);
  if (!sheet) return null;
  if (!part) return <Navigate to={roomOf.negotiation} params={{ opportunityId }} replace />;
  const Panel = panels[part];
  return (
    <Suspense fallback={<Skeleton lines={8} what="this part" />}>
      <Panel {...sheet} opportunityId={opportunityId} rehearsals={rehearsals} />
    </Suspense>
  );
}

/** Leads on to the part that the stage calls for, once everything that decides it is known. */
export function FirstPart({ opportunityId }: { opportunityId: string }) {
  const sheet = useSheet();
  return sheet ? <Lead sheet={sheet} opportunityId={opportunityId} /> : null;
}

function Lead({ sheet, opportunityId }: { sheet: Sheet; opportunityId: string }) {
  const trpc = useTRPC();
  const { negotiationId, of } = sheet;
  const outcome = useQuery(trpc.outcome.get.queryOptions({ negotiationId }));
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  const { talk } = useSearch({ strict: false });
  const threads = useQuery(trpc.thread.list.queryOptions({ itemId: negotiationId }, { enabled: talk !== undefined }));
  const terms = useQuery(trpc.term.list.queryOptions({ negotiationId }, { enabled: talk !== undefined }));
  const asking = talk !== undefined && (threads.isPending || terms.isPending);
  if (outcome.isPending || asking || !page.data) return <Skeleton lines={8} what="the negotiation" />;
  const ended = outcome.data?.outcome != null || isEnding(page.data.header.stage);
  const block = threads.data?.threads.find(({ threadId }) => threadId === talk)?.blockId;
  const part = block === undefined ? partFor(sheet, ended) : partOfBlock(sheet, terms.data ?? [], block);
  return <Navigate to={partOfNegotiation} params={{ opportunityId, part }} search={(now) => ({ ...now, of })} replace />;
}

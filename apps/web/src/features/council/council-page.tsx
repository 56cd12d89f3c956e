import { adviseSeats, listActiveSeats, owesAcceptance } from '@parley/domain/council/council';
import { canEdit } from '@parley/domain/council/policy';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import Pencil from 'lucide-react/icons/pencil';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { MethodLink } from '../../components/method-link.tsx';
import { Page } from '../../components/page.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { AboutDialog } from './about-dialog.tsx';
import { CharterCard } from './charter/charter-card.tsx';
import { ChecklistList } from './checklist-list.tsx';
import { LeavePanel } from './members/leave-panel.tsx';
import { MemberList } from './members/member-list.tsx';
import { OverlapCard } from './members/overlap-card.tsx';
import { MeetingCard } from './rhythm/meeting-card.tsx';
import { type Council, factsOf } from './use-council.ts';

export type CouncilPageProps = {
  councilId: string;
  /** What belongs to other nouns, filled in by the app. */
  invitations: (council: Council) => ReactNode;
  shared: ReactNode;
  /** What the members bring to the next meeting. */
  brought: (council: Council) => ReactNode;
};

/** One council: who sits there, what is shared, the charter, and the ways out. */
export function CouncilPage({ councilId, ...slots }: CouncilPageProps) {
  const trpc = useTRPC();
  const page = useQuery(trpc.council.page.queryOptions({ councilId }));
  if (page.data) return <Loaded council={page.data} {...slots} />;
  return (
    <Page title="Council">
      {page.isError ? (
        <Failed error={page.error} what="this council" retry={() => void page.refetch()} />
      ) : (
        <Skeleton what="this council" />
      )}
    </Page>
  );
}

type LoadedProps = Omit<CouncilPageProps, 'councilId'> & { council: Council };

function Loaded({ council, invitations, shared, brought }: LoadedProps) {
  const [editing, setEditing] = useState(false);
  const facts = factsOf(council);
  const owes = owesAcceptance(facts, council.viewerId);
  const advice = adviseSeats(facts);
  // stays where it was: links that are shown once must not go when the first guest joins
  const [alone] = useState(listActiveSeats(facts).length === 1);
  return (
    <Page
      title={council.name}
      lead={
        <>
          <Link to="/council" search={{ all: true }} className="mb-1 inline-flex min-h-11 items-center gap-1 text-accent">
            <ChevronLeft aria-hidden="true" className="size-4" />
            Councils
          </Link>
          <span className="block">{council.purpose}</span>
        </>
      }
      action={
        canEdit(facts, council.viewerId).allowed ? (
          <Button icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)}>
            Edit
          </Button>
        ) : null
      }
    >
      {owes ? <CharterCard council={council} /> : null}
      {advice ? <Notice tone={advice.tone === 'warn' ? 'warn' : 'info'} title={advice.sentence} /> : null}
      {alone ? invitations(council) : null}
      <MeetingCard council={council} />
      {shared}
      {brought(council)}
      <MemberList council={council} />
      {alone ? null : invitations(council)}
      {alone ? null : <OverlapCard councilId={council.councilId} />}
      <ChecklistList council={council} />
      <p className="flex flex-wrap gap-x-5">
        <MethodLink hash="meeting">A meeting that helps</MethodLink>
        <MethodLink hash="feedback">Asking for feedback</MethodLink>
        <MethodLink hash="who">Who belongs in a council</MethodLink>
      </p>
      {owes ? null : <CharterCard council={council} />}
      <LeavePanel council={council} />
      {editing ? <AboutDialog council={council} onClose={() => setEditing(false)} /> : null}
    </Page>
  );
}

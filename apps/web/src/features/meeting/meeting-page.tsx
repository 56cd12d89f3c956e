import type { Turn } from '@parley/domain/meeting/agenda';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Page } from '../../components/page.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { AgendaList } from './agenda-list.tsx';
import { ChairPanel, type Table } from './chair-panel.tsx';
import { NoteForm, NoteList } from './note-list.tsx';
import { PastList } from './past-list.tsx';
import { PulseForm } from './pulse-form.tsx';
import { TurnPanel } from './turn-panel.tsx';
import type { Going, MeetingPage as Loaded } from './use-meeting.ts';

export type MeetingPageProps = {
  councilId: string;
  name: string;
  table: Table;
  /** What a turn is about, filled in by the app: it belongs to other nouns. */
  about: (turn: Turn) => ReactNode;
};

/** A council's meeting: everybody at the table sees it move together. */
export function MeetingPage({ councilId, name, table, about }: MeetingPageProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.meeting.page.queryOptions({ councilId }));
  const page = query.data;
  return (
    <Page
      title={page?.meeting ? `${name} meets` : 'Meeting'}
      lead={
        <Link to="/council/$councilId" params={{ councilId }} className="inline-flex min-h-11 items-center gap-1 text-accent">
          <ChevronLeft aria-hidden="true" className="size-4" />
          {name}
        </Link>
      }
    >
      {query.isPending ? <Skeleton what="the meeting" /> : null}
      {query.isError ? <Failed error={query.error} what="the meeting" retry={() => void query.refetch()} /> : null}
      {page?.meeting ? (
        <GoingOn page={page} meeting={page.meeting} heardAt={query.dataUpdatedAt} table={table} about={about} />
      ) : null}
      {page && !page.meeting ? <Begin councilId={councilId} /> : null}
      {page && !page.meeting ? <PastList page={page} /> : null}
    </Page>
  );
}

function Begin({ councilId }: { councilId: string }) {
  const trpc = useTRPC();
  const start = useMutation(trpc.meeting.start.mutationOptions());
  return (
    <Card title="Begin when you are together">
      <p className="max-w-prose text-ink-soft">
        The agenda is made of what waits: a check-in, five minutes for each of you, what is shared for feedback, help requests
        with the short ones first, and commitments. Everybody who opens this page sees the same turn and the same timer.
      </p>
      <div className="mt-4 flex flex-col items-start gap-2">
        {start.isError ? <FormFailure failure={failureOf(start.error)} /> : null}
        <Button kind="primary" pending={start.isPending} onClick={() => start.mutate({ councilId })}>
          Begin the meeting
        </Button>
      </div>
    </Card>
  );
}

type GoingProps = { page: Loaded; meeting: Going; heardAt: number; table: Table; about: (turn: Turn) => ReactNode };

function GoingOn({ page, meeting, heardAt, table, about }: GoingProps) {
  const turn = meeting.turns[meeting.step];
  if (!turn) return null;
  const { meetingId, notes } = meeting;
  return (
    <>
      <TurnPanel meeting={meeting} page={page} heardAt={heardAt} turn={turn}>
        {turn.kind === 'pulse' ? <PulseForm key={meetingId} meeting={meeting} page={page} /> : null}
        {turn.kind === 'closing' ? <Closing meeting={meeting} page={page} /> : null}
        {about(turn)}
      </TurnPanel>
      <Card title="Notes">
        <div className="flex flex-col gap-4">
          <NoteList notes={notes} kind="note" page={page} />
          <NoteForm meetingId={meetingId} kind="note" />
        </div>
      </Card>
      <AgendaList meeting={meeting} page={page} />
      <ChairPanel meeting={meeting} page={page} table={table} />
    </>
  );
}

function Closing({ meeting, page }: { meeting: Going; page: Loaded }) {
  const { meetingId, notes } = meeting;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {(['plus', 'delta'] as const).map((kind) => (
        <div key={kind} className="flex flex-col gap-3">
          <NoteForm meetingId={meetingId} kind={kind} />
          <NoteList notes={notes} kind={kind} page={page} />
        </div>
      ))}
    </div>
  );
}

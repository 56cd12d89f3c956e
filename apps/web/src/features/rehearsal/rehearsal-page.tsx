import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { Failed } from '../../components/feedback/failed.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { Page } from '../../components/page.tsx';
import { failureOf } from '../../lib/failure.ts';
import { partOfNegotiation } from '../../lib/rooms.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { CallPanel } from './call-panel.tsx';
import { OpenPanel } from './open-panel.tsx';
import { ReadyPanel } from './ready-panel.tsx';
import { otherOf, type Rehearsal } from './use-rehearsal.ts';

/** A call that is played before it is held: both phones show the same step and the same clock. */
export function RehearsalPage({ rehearsalId }: { rehearsalId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.rehearsal.get.queryOptions({ rehearsalId }));
  if (!query.data)
    return (
      <Page title="Rehearsal">
        {query.isError ? (
          <Failed error={query.error} what="this rehearsal" retry={() => void query.refetch()} />
        ) : (
          <Skeleton what="the rehearsal" lines={6} />
        )}
      </Page>
    );
  const one = { ...query.data, heardAt: query.dataUpdatedAt };
  return (
    <Page title="Rehearsal" header={<Header {...one} />}>
      {one.peerId !== null && !one.peerHere ? (
        <Notice tone="warn" title={`${one.employer ?? 'Who played the employer'} can no longer read this negotiation.`}>
          What they wrote stays closed. You can end the rehearsal and keep your own answers.
        </Notice>
      ) : null}
      <Stage {...one} />
    </Page>
  );
}

function Header(one: Rehearsal) {
  const { opportunityId, negotiationId, role, peerId, employer, candidate } = one;
  const against = peerId === null ? 'Cards play the employer.' : `${employer ?? 'Somebody who left'} plays the employer.`;
  return (
    <header className="mb-5 max-w-column pt-3 sm:pt-5">
      <div className="flex items-center justify-between gap-3">
        <Link
          to={partOfNegotiation}
          params={{ opportunityId, part: 'plan' }}
          search={{ of: negotiationId }}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 text-accent"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          The negotiation
        </Link>
        {role === 'candidate' ? <More {...one} /> : null}
      </div>
      <h1 className="text-xl">Rehearsal</h1>
      <p className="text-ink-soft">
        {role === 'candidate'
          ? `You are the candidate. ${against}`
          : `You play the employer. ${candidate ?? 'The other'} is the candidate.`}
      </p>
    </header>
  );
}

function Stage(one: Rehearsal) {
  switch (one.state) {
    case 'asked':
    case 'ready':
      return <ReadyPanel {...one} />;
    case 'live':
      return <CallPanel {...one} />;
    case 'reflecting':
      return <AnswerPanel {...one} />;
    case 'opened':
      return <OpenPanel {...one} />;
    case 'declined':
      return (
        <Notice title={one.role === 'employer' ? 'You said that you do not play.' : `${otherOf(one)} does not play this time.`}>
          {one.role === 'candidate' ? 'Ask somebody else from the plan, or rehearse with cards.' : null}
        </Notice>
      );
    default:
      return one.state satisfies never;
  }
}

/** Deletes it, for both. */
function More({ rehearsalId, opportunityId }: Rehearsal) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const back = () => void navigate({ to: partOfNegotiation, params: { opportunityId, part: 'plan' }, replace: true });
  const remove = useMutation(trpc.rehearsal.remove.mutationOptions({ onSuccess: back }));
  const entries = [{ id: 'remove', label: 'Delete this rehearsal', danger: true, onAct: () => setOpen(true) }];
  return (
    <>
      <Menu iconOnly label="More about this rehearsal" icon={<Ellipsis aria-hidden="true" />} entries={entries} />
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title="Delete this rehearsal"
        consequence="What was said, the brief and the answers are gone for both of you. This cannot be undone."
        act="Delete the rehearsal"
        onAct={() => remove.mutate({ rehearsalId })}
        pending={remove.isPending}
        error={<FormFailure failure={remove.isError ? failureOf(remove.error) : null} />}
      />
    </>
  );
}

import { listActiveSeats } from '@parley/domain/council/council';
import { dayOfNextMeeting } from '@parley/domain/council/occasion';
import { canEdit, canInvite } from '@parley/domain/council/policy';
import { createFileRoute, type ErrorComponentProps } from '@tanstack/react-router';
import { CouncilCommitments } from '../../../features/commitment/commitment-list.tsx';
import { CouncilPage } from '../../../features/council/council-page.tsx';
import { FarewellPage } from '../../../features/council/members/farewell-list.tsx';
import { type Council, factsOf, whyNot } from '../../../features/council/use-council.ts';
import { HelpList } from '../../../features/help/help-list.tsx';
import { InvitationPanel } from '../../../features/invitation/invitation-panel.tsx';
import { SharedList } from '../../../features/share/share-list.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { PageFailure } from '../../failure-page.tsx';

export const Route = createFileRoute('/council/$councilId')({ component: Screen, errorComponent: Ended });

/** Whoever was removed, or whose council was closed, reads why where they look for it. */
function Ended(props: ErrorComponentProps) {
  const { councilId } = Route.useParams();
  if (failureOf(props.error).code !== 'NOT_FOUND') return <PageFailure {...props} />;
  return <FarewellPage councilId={councilId} otherwise={<PageFailure {...props} />} />;
}

function Screen() {
  const { councilId } = Route.useParams();
  return (
    <CouncilPage
      key={councilId}
      councilId={councilId}
      invitations={invitationsOf}
      shared={<SharedList councilId={councilId} />}
      brought={broughtTo}
    />
  );
}

function broughtTo({ councilId, name, ...plan }: Council) {
  const dueOn = dayOfNextMeeting(plan, new Date());
  return (
    <>
      <HelpList councilId={councilId} />
      <CouncilCommitments councilId={councilId} name={name} dueOn={dueOn} />
    </>
  );
}

function invitationsOf(council: Council) {
  const table = factsOf(council);
  if (!canEdit(table, council.viewerId).allowed) return null;
  const why = whyNot(canInvite(table, council.viewerId));
  return <InvitationPanel councilId={council.councilId} why={why} alone={listActiveSeats(table).length === 1} />;
}

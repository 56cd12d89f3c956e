import { findNextMeeting } from '@parley/domain/council/cadence';
import { listActiveSeats } from '@parley/domain/council/council';
import { canEdit, canInvite } from '@parley/domain/council/policy';
import { createFileRoute } from '@tanstack/react-router';
import { CouncilCommitments } from '../../../features/commitment/commitment-list.tsx';
import { CouncilPage } from '../../../features/council/council-page.tsx';
import { type Council, factsOf, whyNot } from '../../../features/council/use-council.ts';
import { HelpList } from '../../../features/help/help-list.tsx';
import { InvitationPanel } from '../../../features/invitation/invitation-panel.tsx';
import { SharedList } from '../../../features/share/share-list.tsx';
import { todayIn } from '../../../lib/format.ts';

export const Route = createFileRoute('/council/$councilId')({ component: Screen });

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

function broughtTo({ councilId, name, cadence }: Council) {
  const dueOn = todayIn(cadence.zone, findNextMeeting(cadence, new Date()));
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

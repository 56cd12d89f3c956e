import { listActiveSeats } from '@parley/domain/council/council';
import { canEdit, canInvite } from '@parley/domain/council/policy';
import { createFileRoute } from '@tanstack/react-router';
import { CouncilPage } from '../../features/council/council-page.tsx';
import { type Council, factsOf, whyNot } from '../../features/council/use-council.ts';
import { HelpList } from '../../features/help/help-list.tsx';
import { InvitationPanel } from '../../features/invitation/invitation-panel.tsx';
import { SharedList } from '../../features/share/share-list.tsx';

export const Route = createFileRoute('/council/$councilId')({ component: Screen });

function Screen() {
  const { councilId } = Route.useParams();
  return (
    <CouncilPage
      key={councilId}
      councilId={councilId}
      invitations={invitationsOf}
      shared={<SharedList councilId={councilId} />}
      brought={<HelpList councilId={councilId} />}
    />
  );
}

function invitationsOf(council: Council) {
  const table = factsOf(council);
  if (!canEdit(table, council.viewerId).allowed) return null;
  const why = whyNot(canInvite(table, council.viewerId));
  return <InvitationPanel councilId={council.councilId} why={why} alone={listActiveSeats(table).length === 1} />;
}

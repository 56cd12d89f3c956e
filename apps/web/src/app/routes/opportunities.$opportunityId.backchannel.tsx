import { createFileRoute } from '@tanstack/react-router';
import { BackchannelPanel } from '../../features/backchannel/backchannel-panel.tsx';
import { RoomFrame } from '../../features/opportunity/room-panel.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId/backchannel')({ component: Screen });

function Screen() {
  const { opportunityId } = Route.useParams();
  return (
    <RoomFrame room="backchannel">
      <BackchannelPanel key={opportunityId} opportunityId={opportunityId} />
    </RoomFrame>
  );
}

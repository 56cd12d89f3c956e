import { createFileRoute } from '@tanstack/react-router';
import { MissionPanel } from '../../features/mission/mission-panel.tsx';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';
import { preload } from '../preload.ts';

export const Route = createFileRoute('/opportunities/$opportunityId/mission')({
  loader: preload('mission'),
  component: Screen,
});

function Screen() {
  return (
    <RoomPanel {...Route.useParams()} room="mission">
      {(part) => <MissionPanel {...part} />}
    </RoomPanel>
  );
}

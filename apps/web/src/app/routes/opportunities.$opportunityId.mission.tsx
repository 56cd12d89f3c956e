import { createFileRoute } from '@tanstack/react-router';
import { MissionPanel } from '../../features/mission/mission-panel.tsx';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId/mission')({
  loader: ({ context, params }) => void import('../warm.ts').then(({ warmMission }) => warmMission(context, params)),
  component: Screen,
});

function Screen() {
  return (
    <RoomPanel {...Route.useParams()} room="mission">
      {(part) => <MissionPanel {...part} />}
    </RoomPanel>
  );
}

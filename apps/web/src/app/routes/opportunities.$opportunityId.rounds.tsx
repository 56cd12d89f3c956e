import { createFileRoute } from '@tanstack/react-router';
import { RoundPanel } from '../../features/round/round-panel.tsx';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId/rounds')({
  loader: ({ context, params }) => void import('../warm.ts').then(({ warmRounds }) => warmRounds(context, params)),
  component: Screen,
});

function Screen() {
  return (
    <RoomPanel {...Route.useParams()} room="round">
      {(part) => <RoundPanel {...part} />}
    </RoomPanel>
  );
}

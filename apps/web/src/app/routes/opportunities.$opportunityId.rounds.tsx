import { createFileRoute } from '@tanstack/react-router';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';
import { RoundPanel } from '../../features/round/round-panel.tsx';
import { preload } from '../preload.ts';

export const Route = createFileRoute('/opportunities/$opportunityId/rounds')({
  loader: preload('rounds'),
  component: Screen,
});

function Screen() {
  const { on } = Route.useSearch();
  return (
    <RoomPanel {...Route.useParams()} room="round">
      {(part) => <RoundPanel key={on} {...part} first={on} />}
    </RoomPanel>
  );
}

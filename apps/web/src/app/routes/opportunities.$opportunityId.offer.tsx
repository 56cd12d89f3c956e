import { createFileRoute } from '@tanstack/react-router';
import { OfferPanel } from '../../features/offer/offer-panel.tsx';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';
import { preload } from '../preload.ts';

export const Route = createFileRoute('/opportunities/$opportunityId/offer')({
  loader: preload('offer'),
  component: Screen,
});

function Screen() {
  return (
    <RoomPanel {...Route.useParams()} room="offer">
      {(part) => <OfferPanel {...part} />}
    </RoomPanel>
  );
}

import { createFileRoute } from '@tanstack/react-router';
import { OfferPanel } from '../../features/offer/offer-panel.tsx';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId/offer')({
  loader: ({ context, params }) => void import('../warm.ts').then(({ warmOffer }) => warmOffer(context, params)),
  component: Screen,
});

function Screen() {
  return (
    <RoomPanel {...Route.useParams()} room="offer">
      {(part) => <OfferPanel {...part} />}
    </RoomPanel>
  );
}

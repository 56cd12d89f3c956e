import { createFileRoute, Outlet } from '@tanstack/react-router';
import { NegotiationPanel } from '../../features/negotiation/negotiation-panel.tsx';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';
import { preload } from '../preload.ts';

/** Which negotiation, where an opportunity has several; the first, when none is named. */
type Search = { of?: string | undefined };

export const Route = createFileRoute('/opportunities/$opportunityId/negotiation')({
  validateSearch: ({ of }: Record<string, unknown>): Search => (typeof of === 'string' ? { of } : {}),
  loader: preload('negotiation'),
  component: Screen,
});

function Screen() {
  const { on, of = on } = Route.useSearch();
  return (
    <RoomPanel {...Route.useParams()} room="negotiation">
      {(part) => (
        <NegotiationPanel {...part} chosen={of}>
          <Outlet />
        </NegotiationPanel>
      )}
    </RoomPanel>
  );
}

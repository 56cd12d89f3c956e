import { createFileRoute, redirect } from '@tanstack/react-router';
import { OverviewPanel } from '../../features/opportunity/overview-panel.tsx';
import { roomOf } from '../../lib/rooms.ts';
import { preload } from '../preload.ts';

export const Route = createFileRoute('/opportunities/$opportunityId/')({
  // Links from the time when all of this was one page end in `#offer`.
  beforeLoad: ({ location, params }) => {
    const room = Object.entries(roomOf).find(([kind]) => kind === location.hash)?.[1];
    if (room) redirect({ to: room, params, replace: true, throw: true });
  },
  loader: preload('overview'),
  component: Screen,
});

function Screen() {
  return <OverviewPanel {...Route.useParams()} />;
}

import { createFileRoute } from '@tanstack/react-router';
import { DebriefPanel } from '../../features/debrief/debrief-panel.tsx';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';
import { preload } from '../preload.ts';

/** The debrief that stands open; the latest, when none is named. */
type Search = { open?: string | undefined };

export const Route = createFileRoute('/opportunities/$opportunityId/debriefs')({
  validateSearch: ({ open }: Record<string, unknown>): Search => (typeof open === 'string' ? { open } : {}),
  loader: preload('debriefs'),
  component: Screen,
});

function Screen() {
  const { open } = Route.useSearch();
  return (
    <RoomPanel {...Route.useParams()} room="debrief">
      {(part) => <DebriefPanel key={open} {...part} first={open} />}
    </RoomPanel>
  );
}

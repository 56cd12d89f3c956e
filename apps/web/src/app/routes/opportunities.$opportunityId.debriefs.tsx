import { createFileRoute } from '@tanstack/react-router';
import { DebriefPanel } from '../../features/debrief/debrief-panel.tsx';
import { RoomPanel } from '../../features/opportunity/room-panel.tsx';
import { preload } from '../preload.ts';

/** The debrief that stands open (the latest, when none is named), or what kind of one is begun. */
type Search = { open?: string | undefined; begin?: 'interview' | 'negotiation' | undefined };

const kinds = ['interview', 'negotiation'] as const;

export const Route = createFileRoute('/opportunities/$opportunityId/debriefs')({
  validateSearch: ({ open, begin }: Record<string, unknown>): Search => ({
    open: typeof open === 'string' ? open : undefined,
    begin: kinds.find((kind) => kind === begin),
  }),
  loader: preload('debriefs'),
  component: Screen,
});

function Screen() {
  const { on, open = on, begin } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RoomPanel {...Route.useParams()} room="debrief">
      {(part) => (
        <DebriefPanel
          key={open}
          {...part}
          first={open}
          begin={begin}
          onBegun={() => void navigate({ search: (now) => ({ ...now, begin: undefined }), replace: true })}
        />
      )}
    </RoomPanel>
  );
}

import { createFileRoute } from '@tanstack/react-router';
import { PartPanel } from '../../features/negotiation/part-panel.tsx';
import { useSheet } from '../../features/negotiation/use-sheet.ts';
import { RehearsalList } from '../../features/rehearsal/rehearsal-list.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId/negotiation/$part')({ component: Screen });

function Screen() {
  const params = Route.useParams();
  const sheet = useSheet();
  return (
    <PartPanel
      {...params}
      rehearsals={sheet ? <RehearsalList key={sheet.negotiationId} negotiationId={sheet.negotiationId} /> : null}
    />
  );
}

import { createFileRoute } from '@tanstack/react-router';
import { FirstPart } from '../../features/negotiation/part-panel.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId/negotiation/')({ component: Screen });

/** Leads on to the part that the stage calls for. */
function Screen() {
  return <FirstPart {...Route.useParams()} />;
}

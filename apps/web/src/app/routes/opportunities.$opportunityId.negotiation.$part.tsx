import { createFileRoute } from '@tanstack/react-router';
import { PartPanel } from '../../features/negotiation/part-panel.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId/negotiation/$part')({ component: Screen });

function Screen() {
  return <PartPanel {...Route.useParams()} />;
}

import { createFileRoute } from '@tanstack/react-router';
import { PrepPage } from '../../features/prep/prep-page.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId_/prep')({ component: Screen });

function Screen() {
  const { opportunityId } = Route.useParams();
  return <PrepPage key={opportunityId} opportunityId={opportunityId} />;
}

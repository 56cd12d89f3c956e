import { createFileRoute } from '@tanstack/react-router';
import { PaperPage } from '../../../features/mission/paper/paper-page.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId_/paper')({ component: Screen });

function Screen() {
  const { opportunityId } = Route.useParams();
  return <PaperPage key={opportunityId} opportunityId={opportunityId} />;
}

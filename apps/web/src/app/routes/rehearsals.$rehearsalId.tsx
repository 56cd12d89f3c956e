import { createFileRoute } from '@tanstack/react-router';
import { RehearsalPage } from '../../features/rehearsal/rehearsal-page.tsx';

export const Route = createFileRoute('/rehearsals/$rehearsalId')({ component: Screen });

function Screen() {
  const { rehearsalId } = Route.useParams();
  return <RehearsalPage key={rehearsalId} rehearsalId={rehearsalId} />;
}

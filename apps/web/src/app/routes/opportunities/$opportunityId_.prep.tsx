import { createFileRoute } from '@tanstack/react-router';
import { QuickDialog } from '../../../features/negotiation/ledger/quick-dialog.tsx';
import { PrepPage } from '../../../features/prep/prep-page.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId_/prep')({ component: Screen });

function Screen() {
  const { opportunityId } = Route.useParams();
  return (
    <PrepPage
      key={opportunityId}
      opportunityId={opportunityId}
      noteFigure={({ negotiationId, currency }) => (
        <QuickDialog {...{ opportunityId, negotiationId, currency }} className="shadow-float" />
      )}
    />
  );
}

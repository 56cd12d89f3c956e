import { createFileRoute } from '@tanstack/react-router';
import { DebriefPanel } from '../../features/debrief/debrief-panel.tsx';
import { MissionPanel } from '../../features/mission/mission-panel.tsx';
import { NegotiationPanel } from '../../features/negotiation/negotiation-panel.tsx';
import { OfferPanel } from '../../features/offer/offer-panel.tsx';
import { OpportunityPage } from '../../features/opportunity/opportunity-page.tsx';
import { ThreadPanel } from '../../features/thread/thread-panel.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId')({
  staticData: { live: true },
  component: OpportunityScreen,
});

function OpportunityScreen() {
  const { opportunityId } = Route.useParams();
  return (
    <OpportunityPage
      key={opportunityId}
      opportunityId={opportunityId}
      sections={{
        mission: (part) => <MissionPanel {...part} />,
        debrief: (part) => <DebriefPanel {...part} />,
        offer: (part) => <OfferPanel {...part} />,
        negotiation: (part) => <NegotiationPanel {...part} />,
      }}
      beside={(content) => <ThreadPanel>{content}</ThreadPanel>}
    />
  );
}

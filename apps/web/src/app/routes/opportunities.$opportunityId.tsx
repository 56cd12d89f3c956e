import { createFileRoute } from '@tanstack/react-router';
import { ItemTools } from '../../components/item-tools.tsx';
import { DebriefPanel } from '../../features/debrief/debrief-panel.tsx';
import { MissionPanel } from '../../features/mission/mission-panel.tsx';
import { NegotiationPanel } from '../../features/negotiation/negotiation-panel.tsx';
import { OfferPanel } from '../../features/offer/offer-panel.tsx';
import { ViewPanel } from '../../features/offer/sharing/view-panel.tsx';
import { OpportunityPage } from '../../features/opportunity/opportunity-page.tsx';
import { RoundPanel } from '../../features/round/round-panel.tsx';
import { ShareChip } from '../../features/share/share-card.tsx';
import { PreviewContext } from '../../features/share/use-preview.ts';
import { ThreadMark } from '../../features/thread/mark-card.tsx';
import { ThreadPanel } from '../../features/thread/thread-panel.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId')({
  staticData: { live: true },
  component: OpportunityScreen,
});

/** What the panels show of the features they do not know. */
const tools = { ShareChip, ThreadMark };

function OpportunityScreen() {
  const { opportunityId } = Route.useParams();
  return (
    <ItemTools tools={tools}>
      <PreviewContext value={ViewPanel}>
        <OpportunityPage
          key={opportunityId}
          opportunityId={opportunityId}
          sections={{
            mission: (part) => <MissionPanel {...part} />,
            debrief: (part) => <DebriefPanel {...part} />,
            offer: (part) => <OfferPanel {...part} />,
            negotiation: (part) => <NegotiationPanel {...part} />,
            round: (part) => <RoundPanel {...part} />,
          }}
          beside={(content) => <ThreadPanel>{content}</ThreadPanel>}
        />
      </PreviewContext>
    </ItemTools>
  );
}

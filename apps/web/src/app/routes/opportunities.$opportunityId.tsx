import { createFileRoute, Outlet, useLocation } from '@tanstack/react-router';
import { ItemTools } from '../../components/item-tools.tsx';
import { ViewPanel } from '../../features/offer/sharing/view-panel.tsx';
import { OpportunityPage } from '../../features/opportunity/opportunity-page.tsx';
import { ShareChip } from '../../features/share/share-card.tsx';
import { PreviewContext } from '../../features/share/use-preview.ts';
import { ThreadMark } from '../../features/thread/mark-card.tsx';
import { ThreadPanel } from '../../features/thread/thread-panel.tsx';
import { preload } from '../preload.ts';

export const Route = createFileRoute('/opportunities/$opportunityId')({
  staticData: { live: true },
  // Nothing is waited for: the page is drawn from what is known, and what is asked here arrives beside its code.
  loader: preload('frame'),
  component: OpportunityScreen,
});

/** What the rooms show of the features they do not know. */
const tools = { ShareChip, ThreadMark };

function OpportunityScreen() {
  const { opportunityId } = Route.useParams();
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <ItemTools tools={tools}>
      <PreviewContext value={ViewPanel}>
        <OpportunityPage
          key={opportunityId}
          opportunityId={opportunityId}
          beside={(content) => <ThreadPanel at={path}>{content}</ThreadPanel>}
        >
          <Outlet />
        </OpportunityPage>
      </PreviewContext>
    </ItemTools>
  );
}

import { createFileRoute, Outlet, useLocation } from '@tanstack/react-router';
import { type ComponentProps, lazy, Suspense } from 'react';
import { ItemTools } from '../../components/item-tools.tsx';
import { OpportunityPage } from '../../features/opportunity/opportunity-page.tsx';
import { useVisit } from '../../features/search/use-visit.ts';
import { ShareChip } from '../../features/share/share-card.tsx';
import { PreviewContext } from '../../features/share/use-preview.ts';
import { ThreadMark } from '../../features/thread/mark-card.tsx';
import { QuotedText } from '../../features/thread/quote-card.tsx';
import { ThreadPanel } from '../../features/thread/thread-panel.tsx';
import { preload } from '../preload.ts';

/** The item that a link leads to, and where it lands: at a conversation (`talk`), or at a part (`at`) until one has arrived. */
type Search = { on?: string | undefined; talk?: string | undefined; at?: string | undefined };

const word = (value: unknown) => (typeof value === 'string' ? value : undefined);

export const Route = createFileRoute('/opportunities/$opportunityId')({
  validateSearch: ({ on, talk, at }: Record<string, unknown>): Search => ({ on: word(on), talk: word(talk), at: word(at) }),
  // Nothing is waited for: the page is drawn from what is known, and what is asked here arrives beside its code.
  loader: preload('frame'),
  component: OpportunityScreen,
});

const ViewPanel = lazy(() => import('../../features/offer/sharing/view-panel.tsx').then((file) => ({ default: file.ViewPanel })));

/** An offer as its reader gets it, drawn in the dialog that shares it. */
function Preview(props: ComponentProps<typeof ViewPanel>) {
  return (
    <Suspense fallback={null}>
      <ViewPanel {...props} narrow />
    </Suspense>
  );
}

/** What the rooms show of the features they do not know. */
const tools = { ShareChip, ThreadMark, QuotedText };

function OpportunityScreen() {
  const { opportunityId } = Route.useParams();
  useVisit(opportunityId);
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <ItemTools tools={tools}>
      <PreviewContext value={Preview}>
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

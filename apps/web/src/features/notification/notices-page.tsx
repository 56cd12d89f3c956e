import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { NoticeList } from './notice-list.tsx';
import { type Entry, useBundles, useSeen } from './use-notices.ts';

/** Everything I was told lately, one line for each piece of news. */
export function NoticesPage() {
  const trpc = useTRPC();
  const notices = useQuery(trpc.today.notices.queryOptions());
  return (
    <Page title="Notices" lead="What your councils did, newest first. A notice never says what was written.">
      {notices.isPending ? <Skeleton what="your notices" lines={6} /> : null}
      {notices.isLoadingError ? <Failed error={notices.error} what="your notices" retry={() => void notices.refetch()} /> : null}
      {notices.data ? <Notices entries={notices.data.notices} now={new Date(notices.dataUpdatedAt)} /> : null}
    </Page>
  );
}

function Notices({ entries, now }: { entries: readonly Entry[]; now: Date }) {
  const { drawn, unseen, putAway } = useBundles(entries);
  const seeing = useSeen(unseen);
  const ids = unseen.flatMap((bundle) => bundle.ids);
  if (drawn.length === 0)
    return (
      <EmptyState title="Nothing has happened yet">
        When somebody shares something with you, asks you or answers you, you read it here.
      </EmptyState>
    );
  const fresh = drawn.filter(({ seen }) => !seen);
  const earlier = drawn.filter(({ seen }) => seen);
  const settle = () => {
    seeing.mark(ids);
    putAway(fresh.flatMap((bundle) => bundle.ids));
  };
  const all = (
    <Button kind="quiet" className="-mr-4" onClick={settle}>
      Mark all as seen
    </Button>
  );
  return (
    <>
      {fresh.length > 0 ? (
        <Card title="New" aside={all} flush>
          <NoticeList bundles={fresh} seeing={seeing} now={now} />
        </Card>
      ) : null}
      {earlier.length > 0 ? (
        <Card title="Earlier" flush>
          <NoticeList bundles={earlier} seeing={seeing} now={now} />
        </Card>
      ) : null}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { ItemLink } from './share-list.tsx';

/** One item that is shared with a council, leading to its room; it may have been taken back since. */
export function ItemCard({ councilId, itemId }: { councilId: string; itemId: string }) {
  const trpc = useTRPC();
  const shared = useQuery(trpc.share.listShared.queryOptions({ councilId }));
  const mine = useQuery(trpc.share.mine.queryOptions());
  if (!shared.data || !mine.data) return <Skeleton what="what is shared" />;
  const line = [...shared.data, ...mine.data].find((one) => one.itemId === itemId);
  if (!line) return <p className="text-ink-soft">This is no longer shared with the council.</p>;
  return (
    <p className="relative rounded-md border border-line px-4 py-3 hover:bg-sunken">
      <ItemLink {...line} />
    </p>
  );
}

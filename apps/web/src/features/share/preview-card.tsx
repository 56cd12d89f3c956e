import type { Levels } from '@parley/domain/item/levels';
import { useQuery } from '@tanstack/react-query';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useOfferPreview } from './use-preview.ts';

/** The offer exactly as a reader gets it at these levels, made by the same code that serves readers. */
export function PreviewCard({ offerId, levels }: { offerId: string; levels: Levels }) {
  const trpc = useTRPC();
  const Preview = useOfferPreview();
  const asked = { offerId, as: { who: 'levels' as const, levels } };
  const preview = useQuery(trpc.offer.preview.queryOptions(asked, { placeholderData: (before) => before }));
  return (
    <section aria-label="As they will see it" className="min-w-0 rounded-md border border-line bg-surface p-4">
      <h3 className="mb-3 text-base">As they will see it</h3>
      {preview.isError ? <Failed error={preview.error} what="the preview" retry={() => void preview.refetch()} /> : null}
      {preview.isPending ? <Skeleton what="the preview" /> : null}
      {preview.data === null ? <p>Nothing is on record yet. Readers will see the offer once there is a version.</p> : null}
      {preview.data && Preview ? <Preview view={preview.data} /> : null}
    </section>
  );
}

import { cautiousLevels, type Levels, wholeLevels } from '@parley/domain/item/levels';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { Dialog } from '../../../components/overlay/dialog.tsx';
import { useTRPC } from '../../../lib/trpc.ts';
import { ViewPanel } from './view-panel.tsx';

const tries: { value: string; label: string; levels: Levels }[] = [
  { value: 'ranges', label: 'Ranges, no company, no notes', levels: cautiousLevels },
  { value: 'exact', label: 'Everything exact, company included', levels: wholeLevels('exact') },
];

/** The offer exactly as a reader gets it: one it is shared with, or levels to try. */
export function PreviewDialog({ offerId, onClose }: { offerId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const shares = useQuery(trpc.share.get.queryOptions({ itemId: offerId }));
  const [chosen, setChosen] = useState<string | null>(null);
  const readers = shares.data?.readers ?? [];
  const who = chosen ?? readers[0]?.id ?? 'ranges';
  const tried = tries.find(({ value }) => value === who);
  const as = tried ? { who: 'levels' as const, levels: tried.levels } : { who: 'reader' as const, readerId: who };
  const preview = useQuery(trpc.offer.preview.queryOptions({ offerId, as }, { enabled: !shares.isPending }));
  return (
    <Dialog open wide onClose={onClose} title="See it as they see it">
      <div className="flex flex-col gap-5">
        <SelectField
          label="As"
          options={[
            ...(readers.length > 0
              ? [{ label: 'Who can read it now', options: readers.map(({ id, name }) => ({ value: id, label: name })) }]
              : []),
            { label: 'If it were shared as', options: tries },
          ]}
          value={who}
          onChange={(event) => setChosen(event.target.value)}
        />
        {preview.isError ? <Failed error={preview.error} what="the preview" retry={() => void preview.refetch()} /> : null}
        {preview.isPending && !preview.isError ? <Skeleton lines={6} what="the preview" /> : null}
        {preview.data === null ? <p>Nothing is on record yet, so there is nothing to see.</p> : null}
        {preview.data ? <ViewPanel view={preview.data} /> : null}
      </div>
    </Dialog>
  );
}

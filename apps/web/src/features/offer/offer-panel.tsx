import Banknote from 'lucide-react/icons/banknote';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { usePerson } from '../../lib/person.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { blankEntry } from './entry/use-entry.ts';
import { OwnerPanel } from './owner-panel.tsx';
import { ReaderPanel } from './sharing/reader-panel.tsx';

const EntryForm = lazy(() => import('./entry/entry-form.tsx').then((file) => ({ default: file.EntryForm })));

export type OfferPanelProps = { opportunityId: string; mine: boolean; itemIds: string[] };

/** The offers of an opening: mine with everything, others' behind an act that is recorded. */
export function OfferPanel({ opportunityId, mine, itemIds }: OfferPanelProps) {
  if (!mine)
    return (
      <div className="flex flex-col gap-6">
        {itemIds.map((offerId) => (
          <div key={offerId} id={`item-${offerId}`}>
            <ReaderPanel offerId={offerId} opportunityId={opportunityId} />
          </div>
        ))}
        {itemIds.length === 0 ? <EmptyState title="No offer is shared with you here." /> : null}
      </div>
    );
  return (
    <div className="flex flex-col gap-10">
      {itemIds.map((offerId) => (
        <div key={offerId} id={`item-${offerId}`}>
          <OwnerPanel offerId={offerId} opportunityId={opportunityId} />
        </div>
      ))}
      {itemIds.length === 0 ? <FirstOffer opportunityId={opportunityId} /> : null}
    </div>
  );
}

function FirstOffer({ opportunityId }: { opportunityId: string }) {
  const { currency } = usePerson();
  const [writing, setWriting] = useState(useHeld(`offer:${opportunityId}`));
  const stop = () => setWriting(false);
  if (writing)
    return (
      <Suspense fallback={<Skeleton lines={8} what="the form" />}>
        <EntryForm {...{ opportunityId }} offer={null} initial={blankEntry(currency)} onDone={stop} onCancel={stop} />
      </Suspense>
    );
  return (
    <EmptyState
      icon={<Banknote aria-hidden="true" />}
      title="Write down the offer as it came"
      action={
        <Button kind="primary" onClick={() => setWriting(true)}>
          Enter the offer
        </Button>
      }
    >
      Two minutes from the letter, or from what was said on the phone. What they have not stated stays open and becomes a question
      to ask. Nobody but you sees it.
    </EmptyState>
  );
}

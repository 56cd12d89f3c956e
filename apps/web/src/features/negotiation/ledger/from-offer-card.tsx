import { packageOfOffer } from '@parley/domain/negotiation/ledger/offer-package';
import type { Package } from '@parley/domain/negotiation/package';
import { latestOf } from '@parley/domain/offer/offer';
import { skipToken, useQuery } from '@tanstack/react-query';
import FileInput from 'lucide-react/icons/file-input';
import { Button } from '../../../components/button.tsx';
import { useTRPC } from '../../../lib/trpc.ts';

type FromOfferProps = { negotiationId: string; currency: string; onTake: (figures: Package) => void };

/** The figures of the offer on record, so that nobody types them twice. Not offered in another currency. */
export function FromOffer({ negotiationId, currency, onTake }: FromOfferProps) {
  const trpc = useTRPC();
  const offerId = useQuery(trpc.negotiation.get.queryOptions({ negotiationId })).data?.offerId;
  const offer = useQuery(trpc.offer.get.queryOptions(offerId ? { offerId } : skipToken)).data;
  const latest = offer ? latestOf(offer.versions) : null;
  if (latest?.content.currency !== currency) return null;
  return (
    <Button
      className="mb-3"
      icon={<FileInput aria-hidden="true" />}
      onClick={() => onTake(packageOfOffer(latest.content))}
    >{`Take the figures of the offer, v${latest.number}`}</Button>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import Eye from 'lucide-react/icons/eye';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { ThreadMark } from '../../../components/item-tools.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { ViewPanel } from './view-panel.tsx';

type Place = { offerId: string; opportunityId: string };

/** A shared offer. What was opened at other levels than those of now is put away: it is opened again, and recorded. */
export function ReaderPanel({ offerId, opportunityId }: Place) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.share.glance.queryOptions({ itemId: offerId }));
  if (!data || !('levels' in data)) return null;
  return <Opening key={JSON.stringify(data.levels)} offerId={offerId} opportunityId={opportunityId} />;
}

/** Closed until its reader opens it, and opening is recorded. */
function Opening({ offerId, opportunityId }: Place) {
  const trpc = useTRPC();
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  const open = useMutation(trpc.offer.open.mutationOptions({ gcTime: 0 }));
  const owner = page.data?.header.ownerName ?? 'The owner';
  if (open.isSuccess)
    return (
      <Card>
        <div className="mb-2 flex justify-end">
          <ThreadMark itemId={offerId} blockId="offer" label="Offer" />
        </div>
        {open.data === null ? <p>{owner} has not put anything on record yet.</p> : <ViewPanel view={open.data} mayOpen />}
        <p className="mt-4 text-sm text-ink-soft">{owner} sees that you opened this, and when.</p>
        <LinkButton to="/opportunities/compare" kind="quiet">
          Compare it with others
        </LinkButton>
      </Card>
    );
  return (
    <Card>
      <div className="flex flex-col items-start gap-3">
        <Button
          kind="primary"
          icon={<Eye aria-hidden="true" />}
          onClick={() => open.mutate({ offerId })}
          pending={open.isPending}
        >
          Open this offer
        </Button>
        <p className="text-ink-soft">{owner} will see that you opened it.</p>
        <FormFailure failure={open.isError ? failureOf(open.error) : null} />
      </div>
    </Card>
  );
}

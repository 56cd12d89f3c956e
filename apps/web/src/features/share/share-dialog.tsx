import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import type { ItemKind } from '../../components/item-tools.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { ShareForm } from './share-form.tsx';
import { StandingList } from './standing-list.tsx';

const words = {
  mission: 'this job mission',
  offer: 'this offer',
  negotiation: 'this negotiation',
  debrief: 'this debrief',
  round: 'this counter round',
} satisfies Record<ItemKind, string>;

export type ShareDialogProps = { itemId: string; kind: ItemKind; onClose: () => void };

/** Who can see an item now, and sharing it with more people. */
export function ShareDialog({ itemId, kind, onClose }: ShareDialogProps) {
  const trpc = useTRPC();
  const standing = useQuery(trpc.share.get.queryOptions({ itemId }));
  const options = useQuery(trpc.share.options.queryOptions({ itemId }));
  const failed = standing.error ?? options.error;
  const again = () => void Promise.all([standing.refetch(), options.refetch()]);
  const alone = options.data?.councils.every((council) => council.members.length === 0) ?? false;
  return (
    <Dialog open wide={kind === 'offer'} onClose={onClose} title={`Who sees ${words[kind]}`}>
      <div className="flex flex-col gap-6">
        {failed ? <Failed error={failed} what="who sees this" retry={again} /> : null}
        {!failed && (standing.isPending || options.isPending) ? <Skeleton what="who sees this" /> : null}
        {standing.data ? <StandingList standing={standing.data} options={options.data} /> : null}
        {alone ? <NobodyYet /> : null}
        {standing.data && options.data && !alone ? (
          <ShareForm kind={kind} options={options.data} standing={standing.data} onDone={onClose} />
        ) : null}
      </div>
    </Dialog>
  );
}

function NobodyYet() {
  return (
    <EmptyState
      title="You are not in a council with anybody yet"
      action={
        <LinkButton to="/council" kind="primary">
          Go to Council
        </LinkButton>
      }
    >
      You share with people in your council. Found one or invite somebody, then come back.
    </EmptyState>
  );
}

import type { Objection } from '@parley/domain/negotiation/plan/objection';
import { useMutation } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { useRemoval } from '../../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { ThreadMark } from '../../../components/item-tools.tsx';
import { Menu } from '../../../components/overlay/menu.tsx';
import { quoted } from '../../../lib/quote.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useOpened } from '../../../lib/use-revised.ts';
import { ObjectionForm } from './objection-form.tsx';

export type ObjectionListProps = { negotiationId: string; objections: readonly Objection[]; mine: boolean };

/** What they may say, each with the reply that is ready for it. */
export function ObjectionList({ negotiationId, objections, mine }: ObjectionListProps) {
  const trpc = useTRPC();
  const { open, setOpen, close } = useOpened();
  const remove = useMutation(trpc.objection.remove.mutationOptions());
  const removal = useRemoval(async (objectionId) => {
    await remove.mutateAsync({ objectionId });
  }, 'Objection removed');
  return (
    <Card title="If they say…" flush>
      <ul className="divide-y divide-line">
        {objections
          .filter(({ objectionId }) => !removal.isGone(objectionId))
          .map((objection) => (
            <li key={objection.objectionId} className="px-4 py-3 sm:px-5">
              {open === objection.objectionId ? (
                <ObjectionForm negotiationId={negotiationId} objection={objection} onClose={() => close(objection.objectionId)} />
              ) : (
                <Row
                  {...{ negotiationId, objection, mine }}
                  onEdit={() => setOpen(objection.objectionId)}
                  onRemove={() => removal.remove(objection.objectionId)}
                />
              )}
            </li>
          ))}
      </ul>
      <div className="flex flex-col items-start gap-2 border-t border-line px-4 py-3 empty:hidden sm:px-5">
        <FormFailure failure={removal.failure} />
        {open === 'new' ? <ObjectionForm negotiationId={negotiationId} objection={null} onClose={() => close('new')} /> : null}
        {mine && open !== 'new' ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
            Add what they may say
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

type RowProps = {
  negotiationId: string;
  objection: Objection;
  mine: boolean;
  onEdit: () => void;
  onRemove: () => void;
};

function Row({ negotiationId, objection, mine, onEdit, onRemove }: RowProps) {
  const { objectionId, says, reply } = objection;
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{quoted(says)}</p>
        <p className="mt-1 max-w-prose whitespace-pre-wrap text-ink-soft">{reply || 'No reply yet.'}</p>
      </div>
      <div className="flex shrink-0">
        <ThreadMark itemId={negotiationId} blockId={objectionId} label={says} />
        {mine ? (
          <Menu
            iconOnly
            label={`More: “${says}”`}
            icon={<Ellipsis aria-hidden="true" />}
            entries={[
              { id: 'edit', label: 'Edit', icon: <Pencil aria-hidden="true" />, onAct: onEdit },
              { id: 'remove', label: 'Remove', icon: <Trash2 aria-hidden="true" />, onAct: onRemove, danger: true },
            ]}
          />
        ) : null}
      </div>
    </div>
  );
}

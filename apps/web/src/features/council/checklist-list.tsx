import { type Checklist, canAddChecklist, canEditChecklist } from '@parley/domain/council/checklist';
import { useMutation, useQuery } from '@tanstack/react-query';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useUndo } from '../../components/feedback/undo-bar.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useOpened } from '../../lib/use-revised.ts';
import { ChecklistForm } from './checklist-form.tsx';
import { type Council, factsOf, whyNot } from './use-council.ts';

/** The council's own checklists: every member writes one; each uses them in their own negotiations. */
export function ChecklistList({ council }: { council: Council }) {
  const { councilId, viewerId } = council;
  const trpc = useTRPC();
  const query = useQuery(trpc.checklist.list.queryOptions({ councilId }));
  const { open, setOpen, close } = useOpened();
  const removal = useChecklistRemoval();
  const facts = factsOf(council);
  const all = (query.data ?? []).filter(({ checklistId }) => checklistId !== removal.gone);
  const why = whyNot(canAddChecklist(facts, viewerId, all.length));
  return (
    <Card title="Checklists" flush>
      {query.isPending ? <Skeleton what="the checklists" /> : null}
      {query.isError ? <Failed error={query.error} what="the checklists" retry={() => void query.refetch()} /> : null}
      {query.data && all.length === 0 ? (
        <p className="max-w-prose px-4 py-4 text-ink-soft sm:px-5">
          What this council has learned about negotiating, line by line. Members tick it in their own negotiations; nobody sees
          who ticked what.
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {all.map((checklist) => (
          <li key={checklist.checklistId} className="px-4 py-3 sm:px-5">
            {open === checklist.checklistId ? (
              <ChecklistForm councilId={councilId} checklist={checklist} onClose={() => close(checklist.checklistId)} />
            ) : (
              <Row
                checklist={checklist}
                editable={canEditChecklist(facts, viewerId, checklist.authorId).allowed}
                onEdit={() => setOpen(checklist.checklistId)}
                onRemove={() => removal.remove(checklist.checklistId)}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-col items-start gap-2 border-t border-line px-4 py-3 sm:px-5">
        <FormFailure failure={removal.failure} />
        {open === 'new' ? (
          <ChecklistForm councilId={councilId} checklist={null} onClose={() => close('new')} />
        ) : (
          <Button kind="quiet" className="-ml-4" icon={<Plus aria-hidden="true" />} why={why} onClick={() => setOpen('new')}>
            Write a checklist
          </Button>
        )}
      </div>
    </Card>
  );
}

/** Off the screen at once, off the server eight seconds later, unless it is undone. */
function useChecklistRemoval() {
  const trpc = useTRPC();
  const offerUndo = useUndo();
  const [gone, setGone] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = useMutation(trpc.checklist.remove.mutationOptions());
  const settle = (checklistId: string) => {
    remove.mutateAsync({ checklistId }).catch((error: unknown) => {
      setGone(null);
      setFailure(failureOf(error));
    });
  };
  return {
    gone,
    failure,
    remove: (checklistId: string) => {
      setGone(checklistId);
      offerUndo({ message: 'Checklist removed', undo: () => setGone(null), settle: () => settle(checklistId) });
    },
  };
}

type RowProps = { checklist: Checklist; editable: boolean; onEdit: () => void; onRemove: () => void };

function Row({ checklist, editable, onEdit, onRemove }: RowProps) {
  const { title, lines } = checklist;
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <h3 className="text-base">{title}</h3>
        <ul className="mt-1 list-disc pl-5 text-ink-soft">
          {lines.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </div>
      {editable ? (
        <div className="flex shrink-0">
          <IconButton label={`Edit “${title}”`} icon={<Pencil aria-hidden="true" />} onClick={onEdit} />
          <IconButton label={`Remove “${title}”`} icon={<Trash2 aria-hidden="true" />} onClick={onRemove} />
        </div>
      ) : null}
    </div>
  );
}

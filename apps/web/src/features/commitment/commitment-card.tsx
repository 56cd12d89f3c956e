import { type Commitment, sayStanding } from '@parley/domain/commitment/commitment';
import { useMutation } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { Button } from '../../components/button.tsx';
import { Chip, type ChipTone } from '../../components/chip.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Props = {
  commitment: Commitment;
  /** Whose it is, where others' stand beside it. */
  who: string | null;
  /** Who sees it, where that is not plain. */
  seenBy: string | null;
  mine: boolean;
  /** Today, a civil date: from its day on it is asked whether it was kept. */
  today: string;
  onEdit: () => void;
  onRemove: () => void;
};

const tones: Record<Commitment['state'], ChipTone> = { open: 'plain', kept: 'good', missed: 'warn' };

/** One commitment as it stands. When its day has come, its owner says whether it was kept, or moves it. */
export function CommitmentCard({ commitment, who, seenBy, mine, today, onEdit, onRemove }: Props) {
  const format = useFormat();
  const trpc = useTRPC();
  const mark = useMutation(trpc.commitment.mark.mutationOptions());
  const { commitmentId, rev, text, dueOn, state } = commitment;
  const say = (next: Commitment['state']) => mark.mutate({ commitmentId, rev, state: next });
  const due = state === 'open' && dueOn <= today;
  const again = { id: 'open', label: 'Open it again', onAct: () => say('open') };
  const early = [
    { id: 'edit', label: 'Edit or move', onAct: onEdit },
    ...(due ? [] : [{ id: 'kept', label: 'Kept already', onAct: () => say('kept') }]),
  ];
  const entries = [...(state === 'open' ? early : [again]), { id: 'remove', label: 'Remove', onAct: onRemove, danger: true }];
  return (
    <div>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere">
            {who ? <span className="font-medium">{who}: </span> : null}
            {text}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
            <span>by {format.day(dueOn)}</span>
            {state !== 'open' || commitment.moves > 0 ? <Chip tone={tones[state]}>{sayStanding(commitment)}</Chip> : null}
            {seenBy ? <span>{seenBy}</span> : null}
          </p>
        </div>
        {mine ? (
          <Menu iconOnly label={`More: “${text.slice(0, 60)}”`} icon={<Ellipsis aria-hidden="true" />} entries={entries} />
        ) : null}
      </div>
      {mine && due ? (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button pending={mark.isPending} onClick={() => say('kept')}>
            Kept
          </Button>
          <Button pending={mark.isPending} onClick={() => say('missed')}>
            Not kept
          </Button>
          <Button kind="quiet" onClick={onEdit}>
            Move it
          </Button>
        </div>
      ) : null}
      {mark.isError ? <FormFailure failure={failureOf(mark.error)} /> : null}
    </div>
  );
}

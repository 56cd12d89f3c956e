import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import { Conflict } from '../../../components/feedback/conflict.tsx';
import { HeldFailure } from '../../../components/feedback/leak-notice.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { useFormat } from '../../../lib/format.ts';
import { MoveEntries } from './move-entries-form.tsx';
import { MovePreview } from './preview-card.tsx';
import { type LedgerProps, useMoveForm } from './use-move-form.ts';

export type MoveFormProps = LedgerProps & { move: KeptMove | null; onClose: () => void };

/** One move; its remarks are shown before it is written down. */
export function MoveForm(props: MoveFormProps) {
  const { moves, plan, move } = props;
  const format = useFormat();
  const { keeping, holding, newer, onSubmit, takeMine, leave } = useMoveForm(props);
  const { form, failure } = keeping;
  const words = ({ at, words: said }: { at: string; words: string }) => `${format.dayTime(at)}\n${said}`;
  return (
    <form className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <MoveEntries negotiationId={props.negotiationId} keeping={keeping} currency={plan.currency} moves={moves} />
      {move ? null : <MovePreview form={form} moves={moves} plan={plan} />}
      {newer ? (
        <Conflict
          rows={[{ label: 'When and the exact words', mine: words(form.getValues()), newer: words(newer) }]}
          onMine={takeMine}
          onNewer={leave}
        />
      ) : null}
      <HeldFailure holding={holding} failure={failure} again={onSubmit} />
      <FormActions act={move ? 'Save the correction' : 'Write it down'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}

import { type KeptMove, leanings } from '@parley/domain/negotiation/ledger/move';
import { useMutation } from '@tanstack/react-query';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { leanChoices, leanWords } from './second-form.tsx';
import { fieldsOf } from './use-move-form.ts';

/** To which of two packages the other side leaned: often said a call later, so it is chosen where the move stands. */
export function LeanCard({ move }: { move: KeptMove }) {
  const trpc = useTRPC();
  const save = useMutation(trpc.move.save.mutationOptions());
  const lean = (next: string) => {
    const leaned = leanings.find((one) => one === next) ?? null;
    save.mutate({ moveId: move.moveId, rev: move.rev, move: { ...fieldsOf(move), leaned } });
  };
  return (
    <div className="mt-2">
      <RadioGroup
        inline
        label={leanWords[move.party]}
        value={move.leaned ?? 'unsaid'}
        onChange={lean}
        choices={leanChoices}
        disabled={save.isPending}
      />
      <FormFailure failure={save.isError ? failureOf(save.error) : null} />
    </div>
  );
}

import { findStanding, orderMoves } from '@parley/domain/negotiation/ledger/move';
import { buildFinalPackage } from '@parley/domain/negotiation/outcome/gain';
import { RecordOutcome } from '@parley/domain/negotiation/outcome/input';
import type { OutcomeKind } from '@parley/domain/negotiation/outcome/outcome';
import { gateOf } from '@parley/domain/negotiation/terms/gate';
import { useMutation } from '@tanstack/react-query';
import { Controller, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '../../../components/button.tsx';
import { HeldFailure } from '../../../components/feedback/leak-notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { useHoldingBack } from '../../../components/feedback/use-walk-away.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useToday } from '../../../lib/time/use-today.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh } from '../../../lib/use-draft.ts';
import { basedAfter } from '../../../lib/use-revised.ts';
import { MissingList } from '../terms/gate-list.tsx';
import { TermConflict } from '../terms/term-form.tsx';
import { OutcomePackageForm } from './outcome-package-form.tsx';
import { OutcomeRefusalsForm } from './outcome-refusals-form.tsx';
import type { OutcomeProps } from './use-outcome.ts';

export type OutcomeFormProps = OutcomeProps & { first: OutcomeKind; onClose: () => void };

const kinds: { value: OutcomeKind; label: string }[] = [
  { value: 'accepted', label: 'Accepted' },
  { value: 'declined', label: 'Declined' },
  { value: 'withdrawn', label: 'Withdrawn' },
];

/** What the form begins with: the record that is corrected, or the terms and the table as they stand. */
function useBeginning({ negotiationId, seen, list, moves, currency, first }: OutcomeFormProps, shut: boolean) {
  const today = useToday();
  const { outcome } = seen;
  if (outcome) {
    const { kind, on, package: final, words, anyway, outside } = outcome;
    const refused = outside.flatMap(({ askId, refused: no }) => (no ? [{ askId, ...no }] : []));
    return { negotiationId, outcome: { kind, on, package: final, words, refused, reason: anyway ? anyway.reason : null } };
  }
  const final = buildFinalPackage(list, findStanding(orderMoves(moves), 'employer'), currency);
  const reason = shut && first === 'accepted' ? '' : null;
  return { negotiationId, outcome: { kind: first, on: today, package: final, words: '', refused: [], reason } };
}

function nameAct(kind: OutcomeKind, { again, shut }: { again: boolean; shut: boolean }): string {
  if (again) return 'Save the correction';
  if (shut) return 'Accept anyway';
  return kind === 'accepted' ? 'Accept' : 'Record it';
}

/** How it ended. Accepting with something missing needs a reason, which is recorded with what was missing. */
export function OutcomeForm(props: OutcomeFormProps) {
  const { negotiationId, list, asks, currency, seen, onClose } = props;
  const trpc = useTRPC();
  const gate = gateOf(list);
  const record = useMutation(trpc.outcome.record.mutationOptions());
  const save = useMutation(trpc.outcome.save.mutationOptions());
  const defaultValues = useBeginning(props, gate.missing.length > 0);
  const draft = { name: `outcome:${negotiationId}`, rev: seen.outcome?.rev ?? fresh };
  const began = { schema: RecordOutcome, defaultValues, draft };
  const { form, submit, failure, based, overtaken, state, discard } = useParleyForm(began);
  const { register, control, formState, setValue } = form;
  const kind = useWatch({ control, name: 'outcome.kind' });
  const reason = useWatch({ control, name: 'outcome.reason' });
  const errors = formState.errors.outcome;
  const { outcome } = seen;
  const isShut = (as: OutcomeKind) => as === 'accepted' && outcome?.kind !== 'accepted' && gate.missing.length > 0;
  const shut = isShut(kind);
  const holding = useHoldingBack(negotiationId);
  const onSubmit = submit(async (fields: z.output<typeof RecordOutcome>) => {
    await holding.look(fields.outcome, outcome);
    return outcome ? save.mutateAsync({ ...fields, rev: basedAfter(failure, based() || 1) }) : record.mutateAsync(fields);
  }, onClose);
  const choose = (next: OutcomeKind) => {
    setValue('outcome.kind', next);
    setValue('outcome.reason', isShut(next) ? '' : null);
  };
  const leave = () => {
    discard();
    onClose();
  };
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
      <Controller
        control={control}
        name="outcome.kind"
        render={({ field }) => <RadioGroup inline label="How it ended" value={field.value} onChange={choose} choices={kinds} />}
      />
      {shut ? <MissingList gate={gate} /> : null}
      {reason === null ? null : (
        <TextArea label="Why I accept anyway" maxLength={1000} {...register('outcome.reason')} error={errors?.reason?.message} />
      )}
      <DateField label="On" {...register('outcome.on')} error={errors?.on?.message} aside={<SavedMark state={state} />} />
      <OutcomePackageForm negotiationId={props.negotiationId} {...{ form, list, currency }} accepted={kind === 'accepted'} />
      <OutcomeRefusalsForm form={form} asks={asks} />
      <TextArea label="In my words" optional maxLength={2000} {...register('outcome.words')} error={errors?.words?.message} />
      <TermConflict {...{ failure, overtaken }} />
      <HeldFailure holding={holding} failure={failure} again={onSubmit} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" pending={formState.isSubmitting}>
          {nameAct(kind, { again: Boolean(outcome), shut })}
        </Button>
        <Button kind="quiet" onClick={leave}>
          Not yet
        </Button>
      </div>
    </form>
  );
}

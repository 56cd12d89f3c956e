import { someProse } from '@parley/domain/kernel/input';
import { Spoken, TermValue, Written } from '@parley/domain/negotiation/terms/input';
import { clashSentence, type Term, termLabel } from '@parley/domain/negotiation/terms/term';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';
import { z } from 'zod';
import { HeldFailure, type HeldFailureProps } from '../../../components/feedback/leak-notice.tsx';
import { useHoldingBack } from '../../../components/feedback/use-walk-away.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useToday } from '../../../lib/time/use-today.ts';
import { basedAfter } from '../../../lib/use-revised.ts';
import { TermConflict } from './term-form.tsx';
import { blankValue, TermValueForm, valueError } from './term-value-form.tsx';
import { useNear } from './use-near.ts';
import type { Terms } from './use-terms.ts';

export type TermStepProps = { negotiationId: string; term: Term; terms: Terms; currency: string; onClose: () => void };

const Agreed = z.strictObject({ step: z.strictObject({ value: TermValue, spoken: Spoken }) });
const Confirmed = z.strictObject({ step: z.strictObject({ written: Written }) });
const Waived = z.strictObject({ step: z.strictObject({ reason: someProse(1000, 'why you let it pass') }) });

/** They said yes: the value, who said it, when, and in which words. */
export function TermAgreeForm({ negotiationId, term, terms, currency, onClose }: TermStepProps) {
  const today = useToday();
  const near = useNear(negotiationId, term.component, term);
  const spoken = term.spoken ?? { who: '', on: today, words: '' };
  const defaultValues = { step: { value: term.value, spoken } };
  const { form, submit, failure, based, overtaken, discard } = useParleyForm({
    schema: Agreed,
    defaultValues,
    draft: { name: `agreed:${term.termId}`, rev: term.rev },
  });
  const { register, control, formState } = form;
  const errors = formState.errors.step?.spoken;
  const holding = useHoldingBack(negotiationId);
  const onSubmit = submit(async ({ step }: z.output<typeof Agreed>) => {
    await holding.look(step, term);
    return terms.mark({ termId: term.termId, rev: basedAfter(failure, based()), step: { to: 'agreed', ...step } });
  }, onClose);
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
      <Controller
        control={control}
        name="step.value"
        render={({ field, fieldState }) => (
          <TermValueForm
            label={`${termLabel(term)}, as it was said`}
            {...{ currency, near }}
            component={term.component}
            value={field.value}
            onChange={field.onChange}
            error={valueError(fieldState.error, field.value)}
          />
        )}
      />
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField label="Who said it" maxLength={120} {...register('step.spoken.who')} error={errors?.who?.message} />
        <DateField label="When" max={today} {...register('step.spoken.on')} error={errors?.on?.message} />
      </div>
      <TextArea
        label="In which words"
        optional
        maxLength={1000}
        {...register('step.spoken.words')}
        error={errors?.words?.message}
      />
      <StepEnd
        {...{ holding, failure, overtaken, discard, onClose }}
        again={onSubmit}
        act="Save what was said"
        pending={formState.isSubmitting}
      />
    </form>
  );
}

/** The letter is here: what it says, where, and of which day it is. */
export function TermLetterForm({ negotiationId, term, terms, currency, onClose }: TermStepProps) {
  const today = useToday();
  const near = useNear(negotiationId, term.component, term);
  const blank = term.value.kind === 'money' ? term.value.currency : currency;
  const written = term.written ?? { value: blankValue(term.value.kind, blank), document: 'Offer letter', page: '', on: today };
  const defaultValues = { step: { written } };
  const { form, submit, failure, based, overtaken, discard } = useParleyForm({
    schema: Confirmed,
    defaultValues,
    draft: { name: `letter:${term.termId}`, rev: term.rev },
  });
  const { register, control, formState } = form;
  const errors = formState.errors.step?.written;
  const holding = useHoldingBack(negotiationId);
  const onSubmit = submit(async ({ step }: z.output<typeof Confirmed>) => {
    await holding.look(step, term);
    return terms.mark({ termId: term.termId, rev: basedAfter(failure, based()), step: { to: 'confirmed', ...step } });
  }, onClose);
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
      <Controller
        control={control}
        name="step.written.value"
        render={({ field, fieldState }) => (
          <TermValueForm
            label={`${termLabel(term)}, as the letter has it`}
            {...{ currency, near }}
            component={term.component}
            value={field.value}
            onChange={field.onChange}
            error={valueError(fieldState.error, field.value) ?? clashSentence(term.value, field.value) ?? undefined}
          />
        )}
      />
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[1fr_8rem_11rem]">
        <TextField label="Document" maxLength={120} {...register('step.written.document')} error={errors?.document?.message} />
        <TextField label="Page" optional maxLength={20} {...register('step.written.page')} error={errors?.page?.message} />
        <DateField label="Dated" max={today} {...register('step.written.on')} error={errors?.on?.message} />
      </div>
      <StepEnd
        {...{ holding, failure, overtaken, discard, onClose }}
        again={onSubmit}
        act="Compare with what was said"
        pending={formState.isSubmitting}
      />
    </form>
  );
}

/** No letter is needed for this one: why. */
export function TermWaiveForm({ negotiationId, term, terms, onClose }: TermStepProps) {
  const defaultValues = { step: { reason: term.reason } };
  const { form, submit, failure, based, overtaken, discard } = useParleyForm({
    schema: Waived,
    defaultValues,
    draft: { name: `waived:${term.termId}`, rev: term.rev },
  });
  const { register, formState } = form;
  const holding = useHoldingBack(negotiationId);
  const onSubmit = submit(async ({ step }: z.output<typeof Waived>) => {
    await holding.look(step, term);
    return terms.mark({ termId: term.termId, rev: basedAfter(failure, based()), step: { to: 'waived', ...step } });
  }, onClose);
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
      <TextArea
        label={`Why ${termLabel(term)} can stay unwritten`}
        maxLength={1000}
        {...register('step.reason')}
        error={formState.errors.step?.reason?.message}
      />
      <StepEnd
        {...{ holding, failure, overtaken, discard, onClose }}
        again={onSubmit}
        act="Let it pass"
        pending={formState.isSubmitting}
      />
    </form>
  );
}

type EndProps = HeldFailureProps & {
  overtaken: boolean;
  discard: () => void;
  onClose: () => void;
  act: ReactNode;
  pending: boolean;
};

function StepEnd({ holding, again, failure, overtaken, discard, onClose, act, pending }: EndProps) {
  const leave = () => {
    discard();
    onClose();
  };
  return (
    <>
      <TermConflict {...{ failure, overtaken }} />
      <HeldFailure {...{ holding, failure, again }} />
      <FormActions {...{ act, pending }} onCancel={leave} />
    </>
  );
}

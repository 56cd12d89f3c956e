import { restate } from '@parley/domain/figure/restate';
import type { Evidence } from '@parley/domain/negotiation/plan/evidence';
import { EvidenceFields } from '@parley/domain/negotiation/plan/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { z } from 'zod';
import { Conflict } from '../../../components/feedback/conflict.tsx';
import { HeldFailure } from '../../../components/feedback/leak-notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { useHoldingBack } from '../../../components/feedback/use-walk-away.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh } from '../../../lib/use-draft.ts';
import { useRevised } from '../../../lib/use-revised.ts';

export type EvidenceFormProps = { negotiationId: string; evidence: Evidence | null; currency: string; onClose: () => void };

type Fields = z.input<typeof EvidenceFields>;
type Keeping = ReturnType<typeof useParleyForm<Fields, z.output<typeof EvidenceFields>>>;

const newerEvidence = z.looseObject({ rev: z.number(), ...EvidenceFields.shape });
const blank: Fields = { source: '', on: null, figure: null, link: '', words: '' };
const currencies = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }));

function fieldsOf({ source, on, figure, link, words }: Evidence): Fields {
  return { source, on, figure, link, words };
}

/** One piece of evidence; what is typed is kept until it is saved. */
export function EvidenceForm({ negotiationId, evidence, currency, onClose }: EvidenceFormProps) {
  const trpc = useTRPC();
  const format = useFormat();
  const create = useMutation(trpc.evidence.create.mutationOptions());
  const save = useMutation(trpc.evidence.save.mutationOptions());
  const draft = { name: `evidence:${evidence?.evidenceId ?? negotiationId}`, rev: evidence?.rev ?? fresh };
  const keeping = useParleyForm({ schema: EvidenceFields, defaultValues: evidence ? fieldsOf(evidence) : blank, draft });
  const { form, failure } = keeping;

  const holding = useHoldingBack(negotiationId);
  const send = async (fields: Fields, based: number) => {
    await holding.look(fields, evidence);
    return evidence
      ? save.mutateAsync({ evidenceId: evidence.evidenceId, rev: based, evidence: fields })
      : create.mutateAsync({ negotiationId, evidence: fields });
  };
  const done = () => {
    onClose();
  };
  const { newer, onSubmit, takeMine, leave } = useRevised(keeping, { newer: newerEvidence, send, done });
  const words = ({ source, on, figure, link, words: said }: Fields) =>
    [source, on ?? '', figure ? format.money(figure.amount, figure.currency) : '', link, said].filter(Boolean).join('\n');
  return (
    <form noValidate className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <EvidenceEntries keeping={keeping} currency={currency} />
      {newer ? (
        <Conflict
          rows={[{ label: 'Evidence', mine: words(form.getValues()), newer: words(newer) }]}
          onMine={takeMine}
          onNewer={leave}
        />
      ) : null}
      <HeldFailure holding={holding} failure={failure} again={onSubmit} />
      <FormActions act={evidence ? 'Save' : 'Add'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}

function EvidenceEntries({ keeping, currency }: { keeping: Keeping; currency: string }) {
  const { register, formState } = keeping.form;
  const { errors } = formState;
  return (
    <>
      <TextField
        label="Source"
        hint="Where it can be looked up, or who said it."
        aside={<SavedMark state={keeping.state} />}
        maxLength={200}
        {...register('source')}
        error={errors.source?.message}
      />
      <FigureEntries form={keeping.form} currency={currency} />
      <TextField
        label="Link"
        optional
        inputMode="url"
        autoCapitalize="none"
        placeholder="levels.fyi/offer"
        maxLength={500}
        {...register('link')}
        error={errors.link?.message}
      />
      <TextArea label="What it says" optional maxLength={1000} {...register('words')} error={errors.words?.message} />
    </>
  );
}

/** The figure in the currency of its source, and of which day it is. */
function FigureEntries({ form, currency }: { form: Keeping['form']; currency: string }) {
  const [chosen, setChosen] = useState(form.getValues('figure')?.currency ?? currency);
  const { control, register, formState } = form;
  const take = (next: string) => {
    const held = form.getValues('figure');
    setChosen(next);
    if (held) form.setValue('figure', { amount: restate(held.amount, chosen, next), currency: next }, { shouldDirty: true });
  };
  return (
    <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-3">
      <Controller
        control={control}
        name="figure"
        render={({ field, fieldState }) => (
          <>
            <MoneyField
              label="Figure"
              optional
              currency={chosen}
              value={field.value?.amount ?? null}
              onChange={(amount) => field.onChange(amount === null ? null : { amount, currency: chosen })}
              onCurrency={take}
              error={fieldState.error?.message}
            />
            <SelectField label="Currency" value={chosen} options={currencies} onChange={({ target }) => take(target.value)} />
          </>
        )}
      />
      <DateField
        label="As of"
        optional
        {...register('on', { setValueAs: (day: string | null) => day || null })}
        error={formState.errors.on?.message}
      />
    </div>
  );
}

import { type Ask, legLabels, legs, tiers } from '@parley/domain/negotiation/asks/ask';
import { AskFields } from '@parley/domain/negotiation/asks/input';
import { listAmounts } from '@parley/domain/negotiation/ledger/named';
import type { Evidence } from '@parley/domain/negotiation/plan/evidence';
import { useMutation } from '@tanstack/react-query';
import { Controller, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Conflict, type ConflictRow } from '../../../components/feedback/conflict.tsx';
import { HeldFailure } from '../../../components/feedback/leak-notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { useHoldingBack } from '../../../components/feedback/use-walk-away.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useNamed } from '../../../components/form/use-named.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh } from '../../../lib/use-draft.ts';
import { useRevised } from '../../../lib/use-revised.ts';
import { useEvidence } from '../use-evidence.ts';
import { IdeaList } from './idea-list.tsx';
import { ProofList } from './proof-list.tsx';
import { TieFields } from './tie-form.tsx';
import { type Ties, useTies } from './use-ties.ts';

export type AskFormProps = {
  negotiationId: string;
  opportunityId: string;
  ask: Ask | null;
  currency: string;
  onClose: () => void;
};

type Fields = z.input<typeof AskFields>;

const newerAsk = z.looseObject({ rev: z.number(), ...AskFields.shape });
const blank: Fields = {
  leg: 'compensation',
  tier: 'must',
  title: '',
  amount: null,
  justification: '',
  fallback: '',
  evidenceIds: [],
  proofIds: [],
  serves: null,
};
const legOptions = legs.map((value) => ({ value, label: `${legLabels[value].label}: ${legLabels[value].what}` }));
const tierChoices = tiers.map((value) => ({ value, label: value === 'must' ? 'Must have' : 'Nice to have' }));

function fieldsOf({ leg, tier, title, amount, justification, fallback, evidenceIds, proofIds, serves }: Ask): Fields {
  return { leg, tier, title, amount, justification, fallback, evidenceIds, proofIds, serves };
}

/** One ask; what is typed is kept until it is saved. */
export function AskForm({ negotiationId, opportunityId, ask, currency, onClose }: AskFormProps) {
  const trpc = useTRPC();
  const create = useMutation(trpc.ask.create.mutationOptions());
  const save = useMutation(trpc.ask.save.mutationOptions());
  const draft = { name: `ask:${ask?.askId ?? negotiationId}`, rev: ask?.rev ?? fresh };
  const keeping = useParleyForm({ schema: AskFields, defaultValues: ask ? fieldsOf(ask) : blank, draft });
  const { form, failure } = keeping;

  const evidence = useEvidence(negotiationId);
  const ties = useTies(opportunityId);
  const holding = useHoldingBack(negotiationId);
  const send = async (typed: Fields, based: number) => {
    // what was taken out in the meantime supports nothing any more
    const there = typed.evidenceIds?.filter((id) => evidence.some(({ evidenceId }) => evidenceId === id));
    const fields = { ...typed, evidenceIds: there, ...ties.standing(typed) };
    await holding.look(fields, ask);
    return ask
      ? save.mutateAsync({ askId: ask.askId, rev: based, ask: fields })
      : create.mutateAsync({ negotiationId, ask: fields });
  };
  const done = () => {
    onClose();
  };
  const { newer, onSubmit, takeMine, leave } = useRevised(keeping, { newer: newerAsk, send, done });
  return (
    <form className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <AskEntries isNew={ask === null} {...{ negotiationId, keeping, currency, evidence, ties }} />
      {newer ? <AskConflict mine={form.getValues()} {...{ newer, currency }} onMine={takeMine} onNewer={leave} /> : null}
      <HeldFailure holding={holding} failure={failure} again={onSubmit} />
      <FormActions act={ask ? 'Save' : 'Add'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}

type Keeping = ReturnType<typeof useParleyForm<z.input<typeof AskFields>, z.output<typeof AskFields>>>;

type EntriesProps = Pick<AskFormProps, 'negotiationId' | 'currency'> & {
  isNew: boolean;
  keeping: Keeping;
  evidence: readonly Evidence[];
  ties: Ties;
};

function AskEntries({ negotiationId, isNew, keeping, currency, evidence, ties }: EntriesProps) {
  const { register, control, formState, getValues, setFocus, setValue } = keeping.form;
  const { errors } = formState;
  const near = useNear(negotiationId, useWatch({ control, name: 'leg' }));
  // whoever reads the ask reads these words, and nothing else of the proof
  const addReason = (reason: string) =>
    setValue('justification', [getValues('justification').trimEnd(), reason].filter(Boolean).join('\n'), { shouldDirty: true });
  const begin = (leg: Fields['leg'], title: string) => {
    setValue('leg', leg, { shouldDirty: true });
    setValue('title', title, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    setFocus('title');
  };
  return (
    <>
      <TextField
        label="What I ask for"
        aside={<SavedMark state={keeping.state} />}
        maxLength={300}
        {...register('title')}
        error={errors.title?.message}
      />
      {isNew ? (
        <div className="-my-2">
          <IdeaList onTake={begin} />
        </div>
      ) : null}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField label="Kind of ask" options={legOptions} {...register('leg')} error={errors.leg?.message} />
        <Controller
          control={control}
          name="amount"
          render={({ field, fieldState }) => (
            <DoubtedField label="Amount" optional {...{ near, currency }} {...field} error={fieldState.error?.message} />
          )}
        />
      </div>
      <Controller
        control={control}
        name="tier"
        render={({ field }) => (
          <RadioGroup inline label="How much it matters" value={field.value} onChange={field.onChange} choices={tierChoices} />
        )}
      />
      <TextArea
        label="Why"
        hint="Market data, your results, the scope: the reason that they can repeat to others."
        maxLength={2000}
        {...register('justification')}
        error={errors.justification?.message}
      />
      <div className="-mt-2 empty:hidden">
        <ProofList onPick={addReason} />
      </div>
      <TieFields form={keeping.form} {...{ evidence, ties }} />
      <TextArea label="If that is capped" optional maxLength={1000} {...register('fallback')} error={errors.fallback?.message} />
    </>
  );
}

/** Pay is held against what was named for any part of it; other asks have no amounts to be held against. */
function useNear(negotiationId: string, leg: Fields['leg']): number[] {
  const named = useNamed(negotiationId);
  return leg === 'compensation' ? (['base', 'signOn', 'equity'] as const).flatMap((part) => listAmounts(part, named)) : [];
}

type ConflictProps = { mine: Fields; newer: Fields; currency: string; onMine: () => void; onNewer: () => void };

function AskConflict({ mine, newer, currency, onMine, onNewer }: ConflictProps) {
  const { money } = useFormat();
  const words = (fields: Fields): Record<string, string> => ({
    'What I ask for': fields.title,
    Leg: legLabels[fields.leg].label,
    Tier: fields.tier,
    Amount: money(fields.amount, currency),
    Why: fields.justification,
    'If that is capped': fields.fallback,
  });
  const other = words(newer);
  const rows: ConflictRow[] = Object.entries(words(mine))
    .filter(([label, text]) => other[label] !== text)
    .map(([label, text]) => ({ label, mine: text, newer: other[label] }));
  return <Conflict rows={rows} onMine={onMine} onNewer={onNewer} />;
}

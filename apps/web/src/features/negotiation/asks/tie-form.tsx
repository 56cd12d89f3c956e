import type { AskFields } from '@parley/domain/negotiation/asks/input';
import type { Evidence } from '@parley/domain/negotiation/plan/evidence';
import { reasonFrom } from '@parley/domain/proof/reason';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { FieldError } from '../../../components/form/field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import type { Ties } from './use-ties.ts';

type Form = UseFormReturn<z.input<typeof AskFields>, unknown, z.output<typeof AskFields>>;
type TieFieldsProps = { form: Form; evidence: readonly Evidence[]; ties: Ties };

/** What an ask serves and rests on: a key result of the mission, evidence, proofs. What there is none of is not asked for. */
export function TieFields({ form, evidence, ties }: TieFieldsProps) {
  const written = evidence.map(({ evidenceId, source }) => ({ id: evidenceId, label: source }));
  const shown = ties.proofs.map((proof) => ({ id: proof.proofId, label: reasonFrom(proof) }));
  return (
    <>
      <ServesChoice {...{ form, ties }} />
      <Choices {...{ form }} name="evidenceIds" legend="Based on" options={written} />
      <Choices {...{ form }} name="proofIds" legend="Shown by your proof" options={shown} />
    </>
  );
}

/** The key result of the mission that the ask makes possible. */
function ServesChoice({ form, ties: { missionId, keyResults } }: Pick<TieFieldsProps, 'form' | 'ties'>) {
  if (keyResults.length === 0) return null;
  const options = keyResults.map(({ id, metric }) => ({ value: id, label: metric || 'a key result without a name' }));
  return (
    <Controller
      control={form.control}
      name="serves"
      render={({ field, fieldState }) => (
        <SelectField
          label="Serves the key result"
          hint="Of your mission. Only you see the tie; say it in the reason where it helps."
          value={field.value?.keyResultId ?? ''}
          options={[{ value: '', label: 'none' }, ...options]}
          onChange={({ target }) => field.onChange(target.value === '' ? null : { missionId, keyResultId: target.value })}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

type ChoicesProps = {
  form: Form;
  name: 'evidenceIds' | 'proofIds';
  legend: string;
  options: readonly { id: string; label: string }[];
};

function Choices({ form, name, legend, options }: ChoicesProps) {
  if (options.length === 0) return null;
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => {
        const chosen = field.value ?? [];
        const pick = (id: string, on: boolean) => field.onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
        return (
          <fieldset className="min-w-0">
            <legend className="font-medium">{legend}</legend>
            {options.map(({ id, label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={chosen.includes(id)}
                onChange={(event) => pick(id, event.target.checked)}
              />
            ))}
            <FieldError id={`ask-${name}`} error={fieldState.error?.message} />
          </fieldset>
        );
      }}
    />
  );
}

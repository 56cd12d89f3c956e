import { leanings, type Move, type Party } from '@parley/domain/negotiation/ledger/move';
import { emptyPackage } from '@parley/domain/negotiation/package';
import Columns2 from 'lucide-react/icons/columns-2';
import { Controller, useWatch } from 'react-hook-form';
import { Button } from '../../../components/button.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { FieldError } from '../../../components/form/field.tsx';
import { PackageForm } from './package-form.tsx';
import type { MoveKeeping } from './use-move-form.ts';

export type SecondFormProps = { negotiationId: string; form: MoveKeeping['form']; currency: string; moves: readonly Move[] };

/** Who chooses between the two, and the words for what they were drawn to. */
export const leanWords: Record<Party, string> = { candidate: 'They leaned to', employer: 'I lean to' };
export const leanChoices = [
  { value: 'unsaid', label: 'not said' },
  ...leanings.map((value) => ({ value, label: `the ${value}` })),
];

/** Another package of the same worth, laid beside the first: which of the two the other side takes up says what it can give. */
export function SecondForm(props: SecondFormProps) {
  const { form } = props;
  const { control, setValue, formState } = form;
  const [second, party] = useWatch({ control, name: ['second', 'party'] });
  const takeOut = () => {
    setValue('second', null, { shouldDirty: true });
    setValue('leaned', null);
  };
  if (!second)
    return (
      <div>
        <Button
          kind="quiet"
          icon={<Columns2 aria-hidden="true" />}
          onClick={() => setValue('second', { ...emptyPackage, others: [] }, { shouldDirty: true })}
        >
          Lay a second package beside it
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-3 border-l-2 border-line-strong pl-3">
      <PackageForm {...props} put="second" />
      <FieldError id="move-second" error={formState.errors.second?.message ?? formState.errors.second?.root?.message} />
      <Controller
        control={control}
        name="leaned"
        render={({ field, fieldState }) => (
          <RadioGroup
            inline
            label={leanWords[party]}
            value={field.value ?? 'unsaid'}
            onChange={(next) => field.onChange(leanings.find((one) => one === next) ?? null)}
            choices={leanChoices}
            error={fieldState.error?.message}
          />
        )}
      />
      <Button kind="quiet" onClick={takeOut}>
        Take the second package out
      </Button>
    </div>
  );
}

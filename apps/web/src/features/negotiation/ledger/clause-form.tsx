import { type ClausePart, clauseLabel, clauseParts, findClausePart, isDay } from '@parley/domain/negotiation/clause';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useFieldArray, useWatch } from 'react-hook-form';
import { Button, IconButton } from '../../../components/button.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import type { MoveKeeping, Put } from './use-move-form.ts';

export type ClauseFormProps = { form: MoveKeeping['form']; put: Put };

/** What the package says without money, a line each: nothing until a word of the offer is added. */
export function ClauseForm({ form, put }: ClauseFormProps) {
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: `${put}.clauses` });
  const said = useWatch({ control, name: `${put}.clauses` }) ?? [];
  const free = clauseParts.filter((part) => !said.some(({ about }) => about === part));
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      {fields.map((row, index) => (
        <div key={row.id} className="grid w-full grid-cols-[1fr_auto] items-end gap-x-4 gap-y-2 sm:grid-cols-[11rem_1fr_auto]">
          <ClauseEntry {...{ form, put, index, free }} about={said[index]?.about ?? row.about} />
          <IconButton label="Remove this word" icon={<Trash2 aria-hidden="true" />} onClick={() => remove(index)} />
        </div>
      ))}
      {free[0] ? (
        <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => append({ about: free[0] ?? 'title', text: '' })}>
          Add a word of the offer
        </Button>
      ) : null}
    </div>
  );
}

type ClauseEntryProps = ClauseFormProps & { index: number; about: ClausePart; free: readonly ClausePart[] };

function ClauseEntry({ form, put, index, about, free }: ClauseEntryProps) {
  const { register, setValue, formState } = form;
  const error = formState.errors[put]?.clauses?.[index]?.text?.message;
  const options = [about, ...free.filter((part) => part !== about)].map((part) => ({ value: part, label: clauseLabel(part) }));
  const choose = (name: string) => {
    const next = findClausePart(name);
    // a day is no word, and a word no day
    const kept = isDay(next ?? about) === isDay(about) ? form.getValues(`${put}.clauses.${index}.text`) : '';
    if (next) setValue(`${put}.clauses.${index}`, { about: next, text: kept ?? '' });
  };
  const text = register(`${put}.clauses.${index}.text`);
  return (
    <>
      <SelectField
        label="A word about"
        options={options}
        value={about}
        onChange={(event) => choose(event.target.value)}
        className="max-sm:col-span-2"
      />
      {isDay(about) ? (
        <DateField label={clauseLabel(about)} {...text} error={error} />
      ) : (
        <TextField label={clauseLabel(about)} maxLength={300} {...text} error={error} />
      )}
    </>
  );
}

import type { opportunityDetails } from '@parley/domain/opportunity/input';
import { partName, parts } from '@parley/domain/opportunity/opportunity';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { z } from 'zod';
import { Button, IconButton } from '../../components/button.tsx';
import { TextField } from '../../components/form/field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { newId } from '../../lib/new-id.ts';

type Details = typeof opportunityDetails;
export type DetailsForm = UseFormReturn<z.input<Details>, unknown, z.output<Details>>;

/** Who is who at the employer. */
export function PeopleForm({ form }: { form: DetailsForm }) {
  const { register, formState, control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'people', keyName: 'key' });
  const errors = formState.errors.people;
  const add = () => append({ id: newId(), part: 'recruiter', name: '', contact: '', note: '' });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium">People at the company</legend>
      {fields.map((field, at) => (
        <div key={field.key} className="flex items-start gap-2 rounded-md border border-line p-3">
          <div className="grid min-w-0 flex-1 gap-3 sm:grid-cols-2">
            <TextField label="Name" {...register(`people.${at}.name`)} error={errors?.[at]?.name?.message} />
            <SelectField
              label="Their role"
              options={parts.map((part) => ({ value: part, label: partName(part) }))}
              {...register(`people.${at}.part`)}
            />
            <TextField label="Contact" optional {...register(`people.${at}.contact`)} error={errors?.[at]?.contact?.message} />
            <TextField label="Note" optional {...register(`people.${at}.note`)} error={errors?.[at]?.note?.message} />
          </div>
          <IconButton
            label={`Remove ${field.name || 'this person'}`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => remove(at)}
          />
        </div>
      ))}
      <Button icon={<Plus aria-hidden="true" />} className="self-start" onClick={add}>
        Add a person
      </Button>
    </fieldset>
  );
}

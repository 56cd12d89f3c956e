import { known, none, unknown } from '@parley/domain/compensation/components';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import { StatedForm } from './stated-form.tsx';
import type { EntryTools } from './use-entry.ts';

const lines = [
  { name: 'title', label: 'Title' },
  { name: 'level', label: 'Level' },
  { name: 'location', label: 'Place of work' },
  { name: 'remote', label: 'Remote rule' },
  { name: 'notice', label: 'Notice' },
] as const;

const dates = [
  { name: 'startDate', label: 'Start date' },
  { name: 'reviewDate', label: 'Review date' },
] as const;

type Props = { tools: EntryTools };
type Name = (typeof lines)[number]['name'] | (typeof dates)[number]['name'];

/** A line of words or a date of the letter. */
export function WordsForm({ tools: { components, set, errorAt }, name }: Props & { name: Name }) {
  const part = components[name];
  const line = lines.find((one) => one.name === name);
  const label = (line ?? dates.find((one) => one.name === name))?.label ?? '';
  const field = {
    label,
    value: part.state === 'known' ? part.value : '',
    onChange: (event: { target: { value: string } }) =>
      set({ [name]: event.target.value === '' ? unknown : known(event.target.value) }),
    error: errorAt(`draft.content.components.${name}`),
  };
  return (
    <StatedForm
      label={label}
      state={part.state}
      onState={(state) => set({ [name]: state === 'known' ? known('') : state === 'none' ? none : unknown })}
    >
      {line ? <TextField {...field} /> : <DateField {...field} />}
    </StatedForm>
  );
}

/** The owner's own notes. */
export function NotesForm({ tools: { entry, setContent, errorAt } }: Props) {
  return (
    <TextArea
      label="Notes"
      optional
      value={entry.draft.content.notes}
      onChange={(event) => setContent({ notes: event.target.value })}
      error={errorAt('draft.content.notes')}
    />
  );
}

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
] as const;

const dates = [
  { name: 'startDate', label: 'Start date' },
  { name: 'reviewDate', label: 'Review date' },
] as const;

/** What is not money: title, level, place, dates, and the owner's notes. */
export function RoleForm({ tools }: { tools: EntryTools }) {
  const { components, set, errorAt, entry, setContent } = tools;
  return (
    <div className="flex flex-col gap-4">
      {lines.map(({ name, label }) => {
        const part = components[name];
        return (
          <StatedForm
            key={name}
            label={label}
            state={part.state}
            onState={(state) => set({ [name]: state === 'known' ? known('') : state === 'none' ? none : unknown })}
          >
            <TextField
              label={label}
              value={part.state === 'known' ? part.value : ''}
              onChange={(event) => set({ [name]: event.target.value === '' ? unknown : known(event.target.value) })}
              error={errorAt(`draft.content.components.${name}`)}
            />
          </StatedForm>
        );
      })}
      {dates.map(({ name, label }) => {
        const part = components[name];
        return (
          <StatedForm
            key={name}
            label={label}
            state={part.state}
            onState={(state) => set({ [name]: state === 'known' ? known('') : state === 'none' ? none : unknown })}
          >
            <DateField
              label={label}
              value={part.state === 'known' ? part.value : ''}
              onChange={(event) => set({ [name]: event.target.value === '' ? unknown : known(event.target.value) })}
              error={errorAt(`draft.content.components.${name}`)}
            />
          </StatedForm>
        );
      })}
      <TextArea
        label="Notes"
        optional
        value={entry.draft.content.notes}
        onChange={(event) => setContent({ notes: event.target.value })}
        error={errorAt('draft.content.notes')}
      />
    </div>
  );
}

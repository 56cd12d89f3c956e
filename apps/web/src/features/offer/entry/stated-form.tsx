import type { Stated } from '@parley/domain/compensation/components';
import type { ReactNode } from 'react';
import { SelectField } from '../../../components/form/select-field.tsx';

export type State = Stated<unknown>['state'];

const options = [
  { value: 'known', label: 'Stated' },
  { value: 'none', label: 'None' },
  { value: 'unknown', label: 'Not said' },
];

function isState(value: string): value is State {
  return options.some((option) => option.value === value);
}

export type StatedFormProps = {
  /** The component's word: "Base". */
  label: string;
  state: State;
  onState: (state: State) => void;
  children: ReactNode;
};

/** One component: its fields, and whether it is stated, none or not said. Typing makes it stated. */
export function StatedForm({ label, state, onState, children }: StatedFormProps) {
  return (
    <div className="grid items-start gap-x-4 gap-y-2 border-b border-line pb-4 last:border-0 last:pb-0 sm:grid-cols-[1fr_10.5rem]">
      <div className="min-w-0">{state === 'none' ? <p className="pt-1 text-ink-soft">{label}: there is none.</p> : children}</div>
      <SelectField
        label={<span className="sm:text-sm sm:font-normal sm:text-ink-soft">{label}: in the letter?</span>}
        options={options}
        value={state}
        onChange={(event) => isState(event.target.value) && onState(event.target.value)}
      />
    </div>
  );
}

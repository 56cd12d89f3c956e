import type { Pay, Raise } from '@parley/domain/compensation/conventions';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button, IconButton } from '../../../components/button.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { NumberField, PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import type { EntryTools } from './use-entry.ts';

const at = 'draft.content.components.base.value.raises';
const ways = [
  { value: 'percent', label: 'by a percentage' },
  { value: 'to', label: 'to an amount a year' },
];
const most = 10;

type Props = { pay: Pay; put: (patch: Partial<Pay>) => void; tools: EntryTools };

/** Raises that the letter itself promises: after so many months, by a percentage or to a base. */
export function RaisesForm({ pay, put, tools }: Props) {
  const raises = pay.raises ?? [];
  // open where the letter has one; from then on only the hand opens and closes it
  const [wasSaid] = useState(raises.length > 0);
  const save = (next: Raise[]) => put({ raises: next.length === 0 ? undefined : next });
  // The next one of a yearly raise is a year later, by as much.
  const next = (): Raise => {
    const last = raises.at(-1);
    if (!last || 'to' in last) return { after: (last?.after ?? 0) + 12, percent: '' };
    return { after: last.after + 12, percent: last.percent };
  };
  return (
    <details open={wasSaid} className="mt-1">
      <summary className="min-h-11 py-2.5 text-ink-soft">Raises that the letter promises</summary>
      <div className="flex flex-col gap-3 pb-2">
        {raises.map((raise, index) => (
          <RaiseForm
            // biome-ignore lint/suspicious/noArrayIndexKey: a raise is its place.
            key={index}
            {...{ raise, index, tools }}
            onChange={(changed) => save(raises.map((one, place) => (place === index ? changed : one)))}
            onRemove={() => save(raises.filter((_, place) => place !== index))}
          />
        ))}
        {raises.length < most ? (
          <div>
            <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => save([...raises, next()])}>
              {raises.length === 0 ? 'Add a raise' : 'Add another raise'}
            </Button>
          </div>
        ) : null}
      </div>
    </details>
  );
}

type RaiseProps = {
  raise: Raise;
  index: number;
  tools: EntryTools;
  onChange: (raise: Raise) => void;
  onRemove: () => void;
};

function RaiseForm({ raise, index, tools: { currency, errorAt }, onChange, onRemove }: RaiseProps) {
  const { after } = raise;
  return (
    <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-3 sm:grid-cols-[7rem_1fr_1fr_auto]">
      <NumberField
        label="After months"
        value={after}
        onChange={(months) => onChange({ ...raise, after: months ?? Number.NaN })}
        error={errorAt(`${at}.${index}.after`)}
      />
      <SelectField
        label="It rises"
        options={ways}
        value={'to' in raise ? 'to' : 'percent'}
        onChange={(event) => onChange(event.target.value === 'to' ? { after, to: Number.NaN } : { after, percent: '' })}
      />
      {'to' in raise ? (
        <MoneyField
          label="To, a year"
          className="max-sm:order-last max-sm:col-span-3"
          per="year"
          currency={currency}
          value={raise.to}
          onChange={(to) => onChange({ after, to: to ?? Number.NaN })}
          error={errorAt(`${at}.${index}.to`)}
        />
      ) : (
        <PercentField
          label="By"
          className="max-sm:order-last max-sm:col-span-3"
          min={-50}
          value={raise.percent || null}
          onChange={(percent) => onChange({ after, percent: percent ?? '' })}
          error={errorAt(`${at}.${index}.percent`)}
        />
      )}
      <IconButton label={`Remove raise ${index + 1}`} icon={<Trash2 aria-hidden="true" />} onClick={onRemove} />
    </div>
  );
}

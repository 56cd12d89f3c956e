import { type Benefit, known, listOf, unknown } from '@parley/domain/compensation/components';
import { periodWords } from '@parley/domain/figure/period';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button, IconButton } from '../../../components/button.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { DecimalField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import { StatedForm } from './stated-form.tsx';
import { type EntryTools, turnStated } from './use-entry.ts';

const at = 'draft.content.components';

type Props = { tools: EntryTools };

/** Days of paid leave, or the word that there is no limit. */
export function LeaveForm({ tools: { components, set, errorAt } }: Props) {
  const { leaveDays } = components;
  return (
    <StatedForm label="Leave" state={leaveDays.state} onState={(state) => set({ leaveDays: turnStated(leaveDays, state, '') })}>
      <DecimalField
        label="Days of paid leave a year"
        hint="A number, or the word unlimited."
        value={leaveDays.state === 'known' && leaveDays.value !== '' ? leaveDays.value : null}
        onChange={(days) => set({ leaveDays: days === null ? unknown : known(days) })}
        min={0}
        words={['unlimited']}
        unit="days"
        error={errorAt(`${at}.leaveDays`)}
      />
    </StatedForm>
  );
}

const mostBenefits = 20;

/** Other benefits by name, with a value or without; what costs me is below 0. */
export function BenefitsForm({ tools: { components, currency, set, errorAt } }: Props) {
  const { benefits } = components;
  const list = listOf(benefits);
  const blank: Benefit = { name: '', yearly: null };
  const save = (next: Benefit[]) => set({ benefits: next.length === 0 ? unknown : known(next) });
  const edit = (index: number, patch: Partial<Benefit>) =>
    save(list.map((benefit, place) => (place === index ? { ...benefit, ...patch } : benefit)));
  return (
    <StatedForm
      label="Others"
      state={benefits.state}
      onState={(state) => set({ benefits: turnStated(benefits, state, [blank]) })}
    >
      <div className="flex flex-col gap-3">
        {list.length === 0 ? (
          <p className="pt-1 text-ink-soft">
            Meals, travel, health, a phone: by name, with a value or without. A premium that I pay is below 0.
          </p>
        ) : null}
        {list.map((benefit, index) => (
          <BenefitFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a benefit is its place.
            key={index}
            {...{ benefit, index, currency, errorAt }}
            edit={(patch) => edit(index, patch)}
            onRemove={() => save(list.filter((_, place) => place !== index))}
          />
        ))}
        {list.length < mostBenefits ? (
          <div>
            <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => save([...list, blank])}>
              Add a benefit
            </Button>
          </div>
        ) : null}
      </div>
    </StatedForm>
  );
}

const rhythms = [
  { value: 'year' as const, label: periodWords.year },
  { value: 'month' as const, label: periodWords.month },
];
const periods = rhythms.map(({ value }) => value);

type FieldsProps = Pick<EntryTools, 'currency' | 'errorAt'> & {
  benefit: Benefit;
  index: number;
  edit: (patch: Partial<Benefit>) => void;
  onRemove: () => void;
};

/** One benefit: its name, and what it is worth or costs, by the year or the month as the letter has it. */
function BenefitFields({ benefit, index, currency, errorAt, edit, onRemove }: FieldsProps) {
  const { name, yearly, monthly } = benefit;
  const [chosen, setChosen] = useState<'year' | 'month'>(monthly == null ? 'year' : 'month');
  const per = monthly == null ? (yearly === null ? chosen : 'year') : 'month';
  const put = (amount: number | null, by: 'year' | 'month') =>
    edit(by === 'month' ? { yearly: null, monthly: amount } : { yearly: amount, monthly: null });
  const turn = (by: string) => {
    const next = by === 'month' ? 'month' : 'year';
    setChosen(next);
    put(monthly ?? yearly, next);
  };
  const sum = monthly == null || Number.isNaN(monthly) ? null : monthly * 12;
  const format = useFormat();
  const path = `${at}.benefits.value.${index}`;
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_1fr_7rem_auto]">
      <TextField
        label="Benefit"
        className="max-sm:col-span-2"
        value={name}
        onChange={(event) => edit({ name: event.target.value })}
        error={errorAt(`${path}.name`)}
      />
      <MoneyField
        label={`Worth ${periodWords[per]}`}
        optional
        className="max-sm:col-span-2"
        per={per}
        periods={periods}
        isSigned
        currency={currency}
        note={sum === null ? undefined : ` ${periodWords.month}, ${format.money(sum, currency)} ${periodWords.year}`}
        value={per === 'month' ? (monthly ?? null) : yearly}
        onChange={(amount) => put(amount, per)}
        error={errorAt(`${path}.yearly`) ?? errorAt(`${path}.monthly`)}
      />
      <SelectField label="Counted" options={rhythms} value={per} onChange={(event) => turn(event.target.value)} />
      <IconButton label={`Remove benefit ${index + 1}`} icon={<Trash2 aria-hidden="true" />} onClick={onRemove} />
    </div>
  );
}

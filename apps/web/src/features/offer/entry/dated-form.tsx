import type { SignOn } from '@parley/domain/compensation/components';
import type { Instalment } from '@parley/domain/compensation/conventions';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button, IconButton } from '../../../components/button.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';

type Props = {
  /** "Sign-on": what is paid on these days. */
  word: string;
  dated: readonly Instalment[];
  currency: string;
  onChange: (dated: Instalment[]) => void;
  path: string;
  errorAt: (path: string) => string | undefined;
};

const most = 12;

/** Instalments with days of their own take the place of a year's field that is still empty, and leave it behind when they go. */
export function withDated<T extends SignOn>(value: T, dated: Instalment[]): T {
  const isBlank = value.paid.every((sum) => Number.isNaN(sum) || sum === 0);
  const paid = !isBlank ? value.paid : dated.length > 0 ? [] : [Number.NaN];
  return { ...value, paid, dated: dated.length === 0 ? undefined : dated };
}

/** Instalments with days of their own, where the letter names them. */
export function DatedForm({ word, dated, currency, onChange, path, errorAt }: Props) {
  const edit = (index: number, patch: Partial<Instalment>) =>
    onChange(dated.map((one, place) => (place === index ? { ...one, ...patch } : one)));
  return (
    <div className="mt-2 flex flex-col gap-2">
      {dated.map(({ on, amount }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is its place.
        <div key={index} className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[12rem_1fr_auto]">
          <DateField
            label={`${word} paid on`}
            value={on}
            onChange={(event) => edit(index, { on: event.target.value })}
            error={errorAt(`${path}.${index}.on`)}
          />
          <MoneyField
            label={`${word} of that day`}
            className="max-sm:order-last max-sm:col-span-2"
            per="once"
            currency={currency}
            value={amount}
            onChange={(next) => edit(index, { amount: next ?? Number.NaN })}
            error={errorAt(`${path}.${index}.amount`)}
          />
          <IconButton
            label={`Remove instalment ${index + 1}`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => onChange(dated.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      {dated.length < most ? (
        <div>
          <Button
            kind="quiet"
            icon={<CalendarPlus aria-hidden="true" />}
            onClick={() => onChange([...dated, { on: '', amount: Number.NaN }])}
          >
            {dated.length === 0 ? 'Paid on a day of its own' : 'Another day'}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

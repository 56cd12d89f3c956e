import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';

type Props = {
  /** "Sign-on": the first field reads "Sign-on, year 1". */
  word: string;
  /** Per year from the first; NaN where one is still to be typed. */
  paid: readonly number[];
  currency: string;
  onChange: (paid: number[]) => void;
  /** All fields were left empty. */
  onEmpty: () => void;
  onCurrency: (currency: string) => void;
  error: string | undefined;
};

const most = 5;

/** What is paid once a year for some years: two to begin with, more when the letter has more. */
export function PaymentsForm({ word, paid, currency, onChange, onEmpty, onCurrency, error }: Props) {
  const [isCleared, setCleared] = useState(false);
  const shown = Array.from({ length: Math.max(2, paid.length) }, (_, year) => paid[year] ?? (year === 0 ? Number.NaN : 0));
  const put = (at: number, amount: number | null) => {
    if (at === 0) setCleared(amount === null);
    const next = shown.map((sum, year) => (year === at ? (amount ?? (at === 0 ? Number.NaN : 0)) : sum));
    const last = next.findLastIndex((sum) => sum !== 0);
    onChange(next.slice(0, Math.max(last + 1, 1)));
  };
  // A field that is empty for a moment, between two figures, says nothing about the letter yet.
  const leave = () => {
    if (isCleared && paid.every((sum, year) => year === 0 || sum === 0)) onEmpty();
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-3 sm:grid-cols-2">
        {shown.map((sum, year) => (
          <MoneyField
            // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place.
            key={year}
            label={`${word}, year ${year + 1}`}
            currency={currency}
            per="once"
            isBlankAtZero={year > 0}
            value={sum}
            onChange={(amount) => put(year, amount)}
            onBlur={leave}
            onCurrency={onCurrency}
            error={year === 0 ? error : undefined}
          />
        ))}
      </div>
      {paid.length >= 2 && paid.length < most && paid.at(-1) !== 0 ? (
        <div>
          <Button kind="quiet" onClick={() => onChange([...paid, 0])}>
            {word} in year {paid.length + 1}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

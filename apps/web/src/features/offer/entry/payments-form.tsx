import { Button } from '../../../components/button.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';

type Props = {
  /** "Sign-on": the first field reads "Sign-on, year 1". */
  word: string;
  /** Per year from the first; NaN where one is still to be typed. */
  paid: readonly number[];
  currency: string;
  /** Empty when every field is. */
  onChange: (paid: number[]) => void;
  error: string | undefined;
};

const most = 5;

/** What is paid once a year for some years: two to begin with, more when the letter has more. */
export function PaymentsForm({ word, paid, currency, onChange, error }: Props) {
  const shown = Array.from({ length: Math.max(2, paid.length) }, (_, year) => paid[year] ?? 0);
  const put = (at: number, amount: number | null) => {
    const next = shown.map((sum, year) => (year === at ? (amount ?? 0) : sum));
    const last = next.findLastIndex((sum) => sum !== 0);
    onChange(next.slice(0, Math.max(last + 1, Math.min(paid.length, 1))));
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
            value={sum || null}
            onChange={(amount) => put(year, amount)}
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

import { reciprocal } from '@parley/domain/figure/exact';
import { DateField } from '../../../components/form/date-field.tsx';
import { DecimalField, RateField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import type { Side, useComparisonBasis } from './use-compare.ts';

type Ground = ReturnType<typeof useComparisonBasis>;
type Props = { sides: readonly Side[]; ground: Ground; wrong: { path: string; message: string } | null };

/** The letter by which an offer is called in table, chart and sentences. */
export const letterOf = (at: number): string => 'ABCD'[at] ?? '';

/** In which currency they are compared, by which rate of which day, and what life costs there. */
export function CompareForm({ sides, ground, wrong }: Props) {
  const currencies = [...new Set([ground.currency, ...sides.map(({ seen }) => seen.currency)])];
  const hasRates = sides.some(({ seen }) => seen.currency !== ground.currency);
  return (
    <details open={hasRates} className="rounded-md border border-line bg-raised px-4 py-1 sm:px-5">
      <summary className="min-h-11 py-2.5 font-medium">Basis of the comparison: {ground.currency}</summary>
      <div className="flex flex-col gap-4 pb-4">
        <SelectField
          label="Compare in"
          className="max-w-60"
          options={currencies.map((code) => ({ value: code, label: code }))}
          value={ground.currency}
          onChange={(event) => ground.setCurrency(event.target.value)}
        />
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {sides.map((side, at) => (
            <FootingForm key={side.offerId} {...{ side, at, ground, wrong }} />
          ))}
        </div>
      </div>
    </details>
  );
}

type FootingProps = { side: Side; at: number; ground: Ground; wrong: Props['wrong'] };

function FootingForm({ side: { offerId, label, seen }, at, ground, wrong }: FootingProps) {
  const { rate, on, costOfLiving } = ground.basisOf(offerId);
  const errorAt = (field: string) => (wrong?.path === `offers.${at}.${field}` ? wrong.message : undefined);
  const format = useFormat();
  const back = rate === null ? null : reciprocal(rate, 6);
  const put = (patch: Parameters<Ground['setBasis']>[1]) => ground.setBasis(offerId, patch);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">
        {letterOf(at)}: {label}
      </legend>
      <div className="grid items-start gap-3">
        {seen.currency === ground.currency ? null : (
          <>
            <RateField
              label={`1 ${seen.currency} is`}
              currency={ground.currency}
              value={rate}
              onChange={(next) => put({ rate: next })}
              hint={back === null ? undefined : `That is 1 ${ground.currency} = ${format.number(back)} ${seen.currency}.`}
              error={errorAt('rate')}
            />
            <DateField
              label="Rate as of"
              value={on}
              onChange={(event) => put({ on: event.target.value })}
              error={errorAt('on')}
            />
          </>
        )}
        <DecimalField
          label="Cost of living"
          optional
          min={0}
          hint="1.2 means a fifth more expensive; pay is divided by it."
          value={costOfLiving}
          onChange={(next) => put({ costOfLiving: next })}
          error={errorAt('costOfLiving')}
        />
      </div>
    </fieldset>
  );
}

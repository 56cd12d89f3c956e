import { derivationOf, missingInPay, payOf, yearBaseOf } from '@parley/domain/compensation/base';
import { known, unknown } from '@parley/domain/compensation/components';
import { type Pay, type PayPeriod, payPeriods } from '@parley/domain/compensation/conventions';
import { periodWords } from '@parley/domain/figure/period';
import { useState } from 'react';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { DecimalField, PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import { RaisesForm } from './raises-form.tsx';
import { StatedForm } from './stated-form.tsx';
import { type EntryTools, turnStated } from './use-entry.ts';

const at = 'draft.content.components.base';
const periods = payPeriods.map((value) => ({ value, label: periodWords[value] }));
const periodOf = (text: string | null): PayPeriod | null => payPeriods.find((period) => period === text) ?? null;

/** Base pay as the letter writes it: by hour, day, week, month or year; the year's is derived and says how. */
export function BaseForm({ tools }: { tools: EntryTools }) {
  const { components, currency, set, setCurrency, errorAt } = tools;
  const { base } = components;
  const pay: Pay = base.state === 'known' ? payOf(base.value) : { amount: Number.NaN, per: 'year' };
  const put = (patch: Partial<Pay>) => set({ base: known({ ...pay, ...patch }) });
  return (
    <StatedForm label="Base" state={base.state} onState={(state) => set({ base: turnStated(base, state, pay) })}>
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_8rem]">
        <MoneyField
          label={`Base ${periodWords[pay.per]}`}
          currency={currency}
          onCurrency={setCurrency}
          value={base.state === 'known' ? pay.amount : null}
          note={` ${periodWords[pay.per]}`}
          onChange={(amount, said) => {
            if (amount === null && pay.per === 'year' && !pay.raises) set({ base: unknown });
            else put({ amount: amount ?? Number.NaN, per: periodOf(said) ?? pay.per });
          }}
          placeholder="185k"
          error={errorAt(`${at}.value.amount`) ?? errorAt(at)}
        />
        <SelectField
          label="Stated"
          options={periods}
          value={pay.per}
          onChange={(event) => put({ per: periodOf(event.target.value) ?? 'year' })}
        />
      </div>
      {base.state === 'known' && pay.per === 'year' ? <PartTimeForm pay={pay} put={put} tools={tools} /> : null}
      {pay.per === 'year' ? null : <CountForm pay={pay} put={put} tools={tools} />}
      {base.state === 'known' ? <RaisesForm pay={pay} put={put} tools={tools} /> : null}
    </StatedForm>
  );
}

type CountProps = { pay: Pay; put: (patch: Partial<Pay>) => void; tools: EntryTools };

/** A year's pay that the letter says for full time, of which a part is mine. */
function PartTimeForm(props: CountProps) {
  // open where the letter has it; from then on only the hand opens and closes it
  const [wasSaid] = useState(props.pay.share != null);
  return (
    <details open={wasSaid} className="mt-1">
      <summary className="min-h-11 py-2.5 text-ink-soft">Part time</summary>
      <CountForm {...props} />
    </details>
  );
}

/** What makes a year of it: hours or days a week, months paid, share of full time. */
function CountForm({ pay, put, tools: { errorAt, components, currency } }: CountProps) {
  const format = useFormat();
  const missing = missingInPay(pay);
  const isWhole = Number.isSafeInteger(pay.amount) && missing === null && (pay.per !== 'year' || pay.share != null);
  const yearly = isWhole ? readQuietly(() => yearBaseOf(components.base)) : null;
  return (
    <>
      <div className="mt-3 grid items-start gap-3 sm:grid-cols-2">
        {pay.per === 'hour' ? (
          <DecimalField
            label="Hours a week"
            min={0}
            unit="hours"
            value={pay.hours ?? null}
            onChange={(hours) => put({ hours })}
            hint={missing === 'hours' ? 'Without them no year can be counted.' : undefined}
            error={errorAt(`${at}.value.hours`)}
          />
        ) : null}
        {pay.per === 'day' ? (
          <DecimalField
            label="Days a week"
            min={0}
            unit="days"
            value={pay.days ?? null}
            onChange={(days) => put({ days })}
            hint={missing === 'days' ? 'Without them no year can be counted.' : undefined}
            error={errorAt(`${at}.value.days`)}
          />
        ) : null}
        {pay.per === 'month' ? (
          <DecimalField
            label="Months paid a year"
            min={0}
            value={pay.months ?? null}
            placeholder="12"
            hint="12, 13, 13.33 or 14."
            onChange={(months) => put({ months })}
            error={errorAt(`${at}.value.months`)}
          />
        ) : null}
        <PercentField
          label="Share of full time"
          optional
          placeholder="100"
          value={pay.share ?? null}
          onChange={(share) => put({ share })}
          error={errorAt(`${at}.value.share`)}
        />
      </div>
      {yearly === null ? null : (
        <p className="mt-2 text-sm text-ink-soft">
          <output className="font-medium text-ink tabular-nums">{format.money(yearly, currency)}</output> a year:{' '}
          {derivationOf(pay)}.
        </p>
      )}
    </>
  );
}

/** Half-typed figures make no year yet. */
function readQuietly<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}

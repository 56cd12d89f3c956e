import { restate } from '@parley/domain/figure/restate';
import { kindsOf, type TermComponent, type TermValue, type ValueKind } from '@parley/domain/negotiation/terms/term';
import type { ReactNode } from 'react';
import { DateField } from '../../../components/form/date-field.tsx';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { NumberField, PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';

export type TermValueFormProps = {
  /** Names the field: "What was said", "What the letter says". */
  label: string;
  component: TermComponent;
  value: TermValue;
  onChange: (value: TermValue) => void;
  /** The sentence beside the value. */
  error?: string | undefined;
  /** Offered for money. */
  currency: string;
  /** Amounts that were named for it, in that currency. */
  near: readonly number[];
};

const kindWords: Record<ValueKind, string> = {
  money: 'Money',
  percent: 'A percentage',
  shares: 'Shares',
  date: 'A date',
  text: 'Words',
};

const currencies = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }));

/** A value of a kind, with nothing in it yet. */
export function blankValue(kind: ValueKind, currency: string): TermValue {
  switch (kind) {
    case 'money':
      return { kind, minor: Number.NaN, currency };
    case 'percent':
      return { kind, percent: '' };
    case 'shares':
      return { kind, shares: Number.NaN };
    case 'date':
      return { kind, on: '' };
    case 'text':
      return { kind, text: '' };
    default:
      return kind satisfies never;
  }
}

/** The sentence about a value: one of its parts', or its own. A number that is missing is asked for. */
export function valueError(found: unknown, value: TermValue): string | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  if (value.kind === 'money' && Number.isNaN(value.minor)) return 'Give an amount.';
  const parts = [found, ...Object.values(found)];
  for (const part of parts) {
    const message: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, 'message') : undefined;
    if (typeof message === 'string' && message !== '') return message;
  }
  return undefined;
}

/** One typed value: how it is said where there is a choice, and the value itself. */
export function TermValueForm(props: TermValueFormProps) {
  const { component, value, onChange, currency } = props;
  const kinds = kindsOf[component];
  const choose = (kind: string) => {
    const chosen = kinds.find((one) => one === kind);
    if (chosen && chosen !== value.kind) onChange(blankValue(chosen, currency));
  };
  const field = <ValueField {...props} />;
  if (kinds.length === 1 && value.kind === kinds[0]) return field;
  return (
    <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[10rem_1fr]">
      <SelectField
        label="Said as"
        value={value.kind}
        onChange={(event) => choose(event.target.value)}
        options={[...new Set([value.kind, ...kinds])].map((kind) => ({ value: kind, label: kindWords[kind] }))}
      />
      {field}
    </div>
  );
}

function ValueField({ label, value, onChange, error, currency, near }: TermValueFormProps): ReactNode {
  switch (value.kind) {
    case 'money':
      return <Money {...{ label, value, onChange, error }} near={value.currency === currency ? near : []} />;
    case 'percent': {
      const set = (percent: string | null) => onChange({ ...value, percent: percent ?? '' });
      return <PercentField {...{ label, error }} value={value.percent === '' ? null : value.percent} onChange={set} />;
    }
    case 'shares': {
      const set = (shares: number | null) => onChange({ ...value, shares: shares ?? Number.NaN });
      return <NumberField {...{ label, error }} value={value.shares} onChange={set} unit="shares" />;
    }
    case 'date':
      return (
        <DateField {...{ label, error }} value={value.on} onChange={(event) => onChange({ ...value, on: event.target.value })} />
      );
    case 'text':
      return (
        <TextField
          {...{ label, error }}
          maxLength={300}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
        />
      );
    default:
      return value satisfies never;
  }
}

type MoneyProps = {
  label: string;
  value: Extract<TermValue, { kind: 'money' }>;
  onChange: (value: TermValue) => void;
  error?: string | undefined;
  near: readonly number[];
};

function Money({ label, value, onChange, error, near }: MoneyProps) {
  const take = (currency: string) => onChange({ ...value, currency, minor: restate(value.minor, value.currency, currency) });
  return (
    <div className="grid items-start gap-x-3 sm:grid-cols-[1fr_7rem]">
      <DoubtedField
        {...{ label, error, near }}
        currency={value.currency}
        value={value.minor}
        onChange={(minor) => onChange({ ...value, minor: minor ?? Number.NaN })}
        onCurrency={take}
      />
      <SelectField label="Currency" options={currencies} value={value.currency} onChange={(event) => take(event.target.value)} />
    </div>
  );
}

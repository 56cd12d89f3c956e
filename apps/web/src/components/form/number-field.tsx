import type { FigureKind } from '@parley/domain/figure/field';
import { type FigureEntry, useFigureEntry } from '../../lib/use-figure-entry.ts';
import { FigureField, type FigureInputProps } from './figure-field.tsx';

type Bounds = { min?: number | undefined; max?: number | undefined };

/** Words that are an answer too, `unlimited`. */
type Words = { words?: readonly string[] | undefined };

export type NumberFieldProps = FigureInputProps &
  Bounds & {
    value: number | null;
    /** null when empty; NaN when it is no whole number, so that the form's schema refuses it too. */
    onChange: (value: number | null) => void;
  };

/** A whole number: shares, days, months. */
export function NumberField({ value, onChange, min, max, ...input }: NumberFieldProps) {
  const entry = useFigureEntry<number | null>({
    field: { kind: 'whole', min, max, unit: input.unit },
    value,
    onChange,
    empty: null,
    keep: (decimal) => (decimal === undefined ? Number.NaN : Number(decimal)),
    decimalOf: (number) => (number === null || Number.isNaN(number) ? null : String(number)),
  });
  return <FigureField {...input} entry={entry} mode="numeric" echo={input.aside ?? echoOf(entry)} />;
}

export type DecimalFieldProps = FigureInputProps &
  Bounds & {
    value: string | null;
    /** null when empty; what was typed behind a `?` when it is no number, so that the form's schema refuses it too. */
    onChange: (value: string | null) => void;
  };

type ExactProps = DecimalFieldProps & Words & { kind: FigureKind; currency?: string | undefined };

function ExactField({ value, onChange, min, max, kind, currency, words, ...input }: ExactProps) {
  const entry = useFigureEntry<string | null>({
    field: { kind, currency, min, max, words, unit: kind === 'decimal' ? input.unit : undefined },
    value,
    onChange,
    empty: null,
    keep: (decimal, text) => decimal ?? `?${text}`,
    decimalOf: (decimal) => (decimal && /^-?\d+(\.\d+)?$/.test(decimal) ? decimal : null),
    typedIn: (decimal) => (decimal?.startsWith('?') ? decimal.slice(1) : words?.includes(decimal ?? '') ? decimal : null),
  });
  return <FigureField {...input} entry={entry} mode="decimal" echo={input.aside ?? echoOf(entry)} />;
}

/** A number as an exact decimal, `12.5`. */
export function DecimalField(props: DecimalFieldProps & Words) {
  return <ExactField {...props} kind="decimal" />;
}

/** A percentage as an exact decimal: `12.5` means 12.5 %. */
export function PercentField(props: DecimalFieldProps) {
  return <ExactField {...props} kind="percent" unit="%" />;
}

type PriceProps = Omit<DecimalFieldProps, 'unit'> & { currency: string };

/** A price of a share, an exact decimal: prices have fractions of a cent. */
export function PriceField(props: PriceProps) {
  return <ExactField {...props} kind="price" unit={props.currency} />;
}

/** What one unit of a currency is in another, an exact decimal. */
export function RateField(props: PriceProps) {
  return <ExactField {...props} kind="rate" unit={props.currency} />;
}

/** How a number was read, where it was not typed as it is written. */
function echoOf({ text, figure }: FigureEntry): string | undefined {
  return figure.is === 'value' && !figure.shown.startsWith(text.trim()) ? `=\u00a0${figure.shown}` : undefined;
}

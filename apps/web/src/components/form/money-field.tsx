import type { Period } from '@parley/domain/figure/period';
import { periodWords } from '@parley/domain/figure/period';
import { toDecimal } from '@parley/domain/kernel/currency';
import { fromUnits } from '@parley/domain/kernel/money';
import { useFigureEntry } from '../../lib/use-figure-entry.ts';
import { FigureField, type FigureInputProps } from './figure-field.tsx';

export type MoneyFieldProps = Omit<FigureInputProps, 'unit'> & {
  /** Minor units; null when empty. */
  value: number | null;
  /** NaN stands for "not understood", so that the form's schema refuses it too. */
  onChange: (minor: number | null, period: Period | null) => void;
  currency: string;
  /** What the amount is counted by: an amount of another period is refused by its name. */
  per?: Period | undefined;
  /** The periods that can be chosen beside the field: a figure of one of them is told to be one. */
  periods?: readonly Period[] | undefined;
  /** What costs me is below 0. */
  isSigned?: boolean | undefined;
  /** How it was read, where the amount alone does not say it. */
  note?: string | undefined;
  /** Nothing stands in the field for 0: there, 0 is what was not typed. */
  isBlankAtZero?: boolean | undefined;
  /** Takes the currency that was written instead of the field's. */
  onCurrency?: ((currency: string) => void) | undefined;
};

/** An amount as letters write it, `185k`, `1.850,50 €`, `12 LPA`; beside the label stands how it was read. */
export function MoneyField({
  value,
  onChange,
  currency,
  per,
  periods,
  isBlankAtZero,
  isSigned,
  note,
  onCurrency,
  ...input
}: MoneyFieldProps) {
  const entry = useFigureEntry<number | null>({
    field: { kind: 'money', currency, per, periods, min: isSigned ? -1e12 : undefined },
    value,
    onChange,
    empty: null,
    keep: (decimal) => (decimal === undefined ? Number.NaN : (fromUnits(decimal, currency) ?? Number.NaN)),
    decimalOf: (minor) =>
      minor === null || Number.isNaN(minor) || (isBlankAtZero && minor === 0) ? null : toDecimal(minor, currency),
  });
  const { figure } = entry;
  const period = figure.is === 'value' && figure.period ? ` ${periodWords[figure.period]}` : '';
  const echo = figure.is === 'value' ? `=\u00a0${figure.shown}${note ?? period}` : currency;
  return <FigureField {...input} entry={entry} mode="decimal" echo={input.aside ?? echo} onCurrency={onCurrency} />;
}

import { keyOfOther } from '@parley/domain/negotiation/package';
import { amountOf } from '@parley/domain/round/result';
import { buildOnTable, type Column, columns, type RoundDocument } from '@parley/domain/round/round';
import { Controller, useWatch } from 'react-hook-form';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { useFigure } from '../use-figure.ts';
import type { CounterForm as Form } from './use-counter.ts';

type Props = { form: Form; document: RoundDocument; isNew: boolean };

const moneyColumns = ['base', 'signOn', 'equity'] as const satisfies readonly Column[];
const labels = {
  base: 'Base, a year',
  bonusPercent: 'Bonus, share of base',
  signOn: 'Sign-on, once',
  equity: 'Equity, whole grant',
};

/** The numbers of a counter. A new one begins with the offer, said to be theirs and not yet mine until it is changed. */
export function FigureForm({ form, document, isNew }: Props) {
  const abstains = useWatch({ control: form.control, name: 'counter.abstains' }) ?? [];
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      {columns
        .filter((column) => document[column].inPlay && !abstains.includes(column))
        .map((column) => (
          <ColumnField key={column} {...{ form, column, document, isNew }} />
        ))}
      <OtherFields {...{ form, document, isNew }} />
    </div>
  );
}

/** What stands beside a figure: what is on the table, and whether the figure is still that. */
function hintFor(offered: string | null, unchanged: boolean): string {
  if (offered === null) return 'On the table: not said';
  return unchanged ? `As offered, ${offered}. Not your number yet.` : `On the table: ${offered}`;
}

function OtherFields({ form, document, isNew }: Props) {
  const figure = useFigure(document);
  const table = buildOnTable(document);
  const others = useWatch({ control: form.control, name: 'counter.package.others' });
  return others.map(({ name, every }, index) => (
    <Controller
      key={name}
      control={form.control}
      name={`counter.package.others.${index}.amount`}
      render={({ field: { value, ...field }, fieldState }) => (
        <DoubtedField
          {...field}
          near={[amountOf(table, keyOfOther(name))]}
          value={value ?? null}
          label={`${name}, ${every === 'year' ? 'a year' : 'once'}`}
          per={every}
          currency={document.currency}
          hint={hintFor(figure(keyOfOther(name), table), isNew && value === amountOf(table, keyOfOther(name)))}
          error={fieldState.error && (value == null ? `Give a number for “${name}”.` : fieldState.error.message)}
        />
      )}
    />
  ));
}

function ColumnField({ form, column, document, isNew }: Props & { column: Column }) {
  const figure = useFigure(document);
  const table = buildOnTable(document);
  const hint = (value: unknown) => hintFor(figure(column, table), isNew && value === table[column]);
  const money = moneyColumns.find((one) => one === column);
  if (!money)
    return (
      <Controller
        control={form.control}
        name="counter.package.bonusPercent"
        render={({ field, fieldState }) => (
          <PercentField {...field} label={labels.bonusPercent} hint={hint(field.value)} error={fieldState.error?.message} />
        )}
      />
    );
  return (
    <Controller
      control={form.control}
      name={`counter.package.${money}`}
      render={({ field, fieldState }) => (
        <DoubtedField
          near={[table[money]]}
          {...field}
          label={labels[money]}
          per={money === 'base' ? 'year' : 'once'}
          currency={document.currency}
          hint={hint(field.value)}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

import type { Package } from '@parley/domain/negotiation/package';
import { SealCounter } from '@parley/domain/round/input';
import {
  buildOnTable,
  type Column,
  type Counter,
  columns,
  findMisfit,
  type RoundDocument,
  totalOf,
} from '@parley/domain/round/round';
import { useMutation } from '@tanstack/react-query';
import { Controller, useWatch } from 'react-hook-form';
import { Button } from '../../../components/button.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useFigure } from '../use-figure.ts';
import { type CounterControl, useCounterForm } from './use-counter.ts';

type Props = {
  roundId: string;
  document: RoundDocument;
  own: Counter | null;
  /** What the button says: "Seal my package". */
  act: string;
  primary?: boolean;
  onDone: () => void;
  onCancel?: (() => void) | undefined;
};

const moneyColumns = ['base', 'signOn', 'equity'] as const satisfies readonly Column[];
const labels = {
  base: 'Base, a year',
  bonusPercent: 'Bonus, share of base',
  signOn: 'Sign-on, once',
  equity: 'Equity, whole grant',
};

/** An envelope: a number for each component in play, and why. */
export function CounterForm({ roundId, document, own, act, primary = true, onDone, onCancel }: Props) {
  const trpc = useTRPC();
  const seal = useMutation(trpc.round.seal.mutationOptions());
  const { form, submit, failure, state } = useCounterForm({ roundId, document, own });
  const { control } = form;
  const done = async () => {
    onDone();
  };
  return (
    <form noValidate onSubmit={submit(seal.mutateAsync, done)} className="flex flex-col gap-4">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {columns
          .filter((column) => document[column].inPlay)
          .map((column) => (
            <ColumnField key={column} {...{ control, column, document }} />
          ))}
        <OtherFields {...{ control, document }} />
      </div>
      <Total document={document} control={control} />
      <TextArea
        label="Why this package"
        optional
        hint="Reasons are read before numbers."
        maxLength={2000}
        aside={<SavedMark state={state} />}
        error={form.formState.errors.counter?.reason?.message}
        {...form.register('counter.reason')}
      />
      <FormFailure failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind={primary ? 'primary' : 'plain'} pending={form.formState.isSubmitting}>
          {act}
        </Button>
        {onCancel ? (
          <Button kind="quiet" onClick={onCancel}>
            Leave it as it is
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function OtherFields({ control, document }: { control: CounterControl; document: RoundDocument }) {
  const asked = document.others.filter((other) => other.inPlay);
  return asked.map(({ name, every }, index) => (
    <Controller
      key={name}
      control={control}
      name={`counter.package.others.${index}.amount`}
      render={({ field: { value, ...field }, fieldState }) => (
        <MoneyField
          {...field}
          value={value ?? null}
          label={`${name}, ${every === 'year' ? 'a year' : 'once'}`}
          per={every}
          currency={document.currency}
          error={fieldState.error && (value == null ? `Give a number for “${name}”.` : fieldState.error.message)}
        />
      )}
    />
  ));
}

function ColumnField({ control, column, document }: { control: CounterControl; column: Column; document: RoundDocument }) {
  const figure = useFigure(document);
  const hint = `On the table: ${figure(column, buildOnTable(document)) ?? 'not said'}`;
  const money = moneyColumns.find((one) => one === column);
  if (!money)
    return (
      <Controller
        control={control}
        name="counter.package.bonusPercent"
        render={({ field, fieldState }) => (
          <PercentField {...field} label={labels.bonusPercent} hint={hint} error={fieldState.error?.message} />
        )}
      />
    );
  return (
    <Controller
      control={control}
      name={`counter.package.${money}`}
      render={({ field, fieldState }) => (
        <MoneyField
          {...field}
          label={labels[money]}
          per={money === 'base' ? 'year' : 'once'}
          currency={document.currency}
          hint={hint}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

/** What the package comes to, as soon as every number is there. */
function Total({ document, control }: { document: RoundDocument; control: CounterControl }) {
  const format = useFormat();
  const { base, bonusPercent, signOn, equity, others } = useWatch({ control, name: 'counter.package' });
  const read = SealCounter.shape.counter.shape.package.safeParse({ base, bonusPercent, signOn, equity, others });
  const whole: Package | null = read.success && findMisfit(document, read.data) === null ? read.data : null;
  return (
    <p className="text-ink-soft">
      4-year total:{' '}
      <output className="font-medium text-ink tabular-nums">
        {whole ? format.money(totalOf(document, whole), document.currency) : 'once every number is there'}
      </output>
      . What is not in play counts as it is on the table.
    </p>
  );
}

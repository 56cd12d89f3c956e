import { type ColumnKind, type Columns, columnKinds } from '@parley/domain/capture/columns';
import type { DateOrder } from '@parley/domain/capture/read-table';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';

const kindNames: Record<ColumnKind, string> = {
  company: 'Company',
  role: 'Role',
  stage: 'Stage',
  on: 'Date',
  place: 'Place',
  level: 'Level',
  source: 'Source',
  link: 'Address',
  pay: 'Pay',
  tags: 'Tags',
  notes: 'Notes',
};

type Props = {
  header: readonly string[];
  sample: readonly string[];
  columns: Columns;
  onColumns: (columns: (ColumnKind | null)[]) => void;
  /** The orders in which the dates can be read; asked for where there are several. */
  orders: readonly DateOrder[];
  order: DateOrder | null;
  onOrder: (order: DateOrder) => void;
};

const orderNames: Record<DateOrder, string> = { ymd: 'Year, month, day', dmy: 'Day, month, year', mdy: 'Month, day, year' };

/** What each column is; a kind that is taken moves from where it was. */
export function ColumnsForm({ header, sample, columns, onColumns, orders, order, onOrder }: Props) {
  const choose = (at: number, value: string) => {
    const kind = columnKinds.find((one) => one === value) ?? null;
    onColumns(columns.map((one, here) => (here === at ? kind : one === kind ? null : one)));
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        {header.map((name, at) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one name.
            key={at}
            label={name.trim() || `Column ${at + 1}`}
            hint={sample[at] ? `Such as “${sample[at].slice(0, 40)}”` : 'Empty in the first line'}
            placeholder="Leave it out"
            value={columns[at] ?? ''}
            options={columnKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
            onChange={(event) => choose(at, event.target.value)}
          />
        ))}
      </div>
      {orders.length > 1 ? (
        <RadioGroup
          label="These dates can be read in more than one way. Which is it?"
          value={order}
          onChange={onOrder}
          choices={orders.map((one) => ({ value: one, label: orderNames[one] }))}
        />
      ) : null}
    </div>
  );
}

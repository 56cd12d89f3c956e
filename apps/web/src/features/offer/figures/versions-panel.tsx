import type { Assumptions } from '@parley/domain/compensation/assumptions';
import { type Change, differenceOf } from '@parley/domain/compensation/difference';
import type { Version } from '@parley/domain/offer/offer';
import { useState } from 'react';
import { Delta } from '../../../components/delta.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { Cell, Head, RowHead, stack, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';

type Dated = Version & { createdAt: string };

/** Every version put on record, and what changed between any two. */
export function VersionsPanel({ versions, assumptions }: { versions: Dated[]; assumptions: Assumptions }) {
  const format = useFormat();
  const last = versions.at(-1)?.number ?? 1;
  const [pair, setPair] = useState({ from: 1, to: last });
  const to = versions.find(({ number }) => number === pair.to) ?? versions.at(-1);
  const from = versions.find(({ number }) => number === pair.from) ?? versions[0];
  const options = versions.map(({ number, stage, createdAt }) => ({
    value: String(number),
    label: `v${number} ${stage}, ${format.instant(createdAt)}`,
  }));
  if (!from || !to) return null;
  return (
    <details>
      <summary className="min-h-11 py-2.5">
        {versions.length === 1 ? '1 version on record' : `${versions.length} versions on record, with what changed`}
      </summary>
      <div className="flex flex-col gap-3 pt-1">
        {versions.length === 1 ? (
          <p className="text-ink-soft">{options[0]?.label}. The next version will be compared with it.</p>
        ) : (
          <>
            <div className="grid gap-3 sm:grid-cols-2">
              <SelectField
                label="From"
                options={options}
                value={String(from.number)}
                onChange={(event) => setPair({ ...pair, from: Number(event.target.value) })}
              />
              <SelectField
                label="To"
                options={options}
                value={String(to.number)}
                onChange={(event) => setPair({ ...pair, to: Number(event.target.value) })}
              />
            </div>
            <DifferenceTable from={from} to={to} assumptions={assumptions} />
          </>
        )}
      </div>
    </details>
  );
}

function DifferenceTable({ from, to, assumptions }: { from: Dated; to: Dated; assumptions: Assumptions }) {
  const format = useFormat();
  const { changes, total } = differenceOf(from.content, to.content, assumptions);
  const { currency } = to.content;
  if (changes.length === 0) return <p className="text-ink-soft">Nothing changed between these two.</p>;
  const line = (change: Change) => <ChangeLine key={change.component} change={change} from={from} to={to} />;
  return (
    <Table
      stacked
      caption={`What changed, over ${assumptions.horizon} years, ${currency}`}
      note={
        total.nowSaid === 0
          ? total.certain
            ? undefined
            : 'Totals are of what is stated in each.'
          : 'What was not said before is in the later total, and no gain.'
      }
    >
      <thead className="max-sm:sr-only">
        <tr>
          <Head>Component</Head>
          <Head number>v{from.number}</Head>
          <Head number>v{to.number}</Head>
          <Head number>Change</Head>
        </tr>
      </thead>
      <tbody>{changes.filter(({ inTotal }) => inTotal).map(line)}</tbody>
      <tbody className="font-semibold">
        {total.nowSaid === 0 ? null : (
          <tr className={`font-normal ${stack.row}`}>
            <RowHead className={stack.head}>Said in one of the two only</RowHead>
            <Cell number className="max-sm:hidden" />
            <Cell number className="max-sm:hidden" />
            <Cell number className={stack.cell} data-label="Change">
              {format.amount(total.nowSaid, currency)}
            </Cell>
          </tr>
        )}
        <tr className={stack.row}>
          <RowHead className={stack.head}>Total</RowHead>
          <Cell number className={stack.cell} data-label={`v${from.number}`}>
            {format.amount(total.before, from.content.currency)}
          </Cell>
          <Cell number className={stack.cell} data-label={`v${to.number}`}>
            {format.amount(total.after, currency)}
          </Cell>
          <Cell number className={stack.cell} data-label="Change">
            {total.change === null ? (
              'two currencies'
            ) : (
              <Delta value={total.change}>{format.amount(Math.abs(total.change), currency)}</Delta>
            )}
          </Cell>
        </tr>
      </tbody>
      <tbody>{changes.filter(({ inTotal }) => !inTotal).map(line)}</tbody>
    </Table>
  );
}

/** One component: what it was, what it is, and by how much it changed. */
function ChangeLine({ change, from, to }: { change: Change; from: Dated; to: Dated }) {
  const format = useFormat();
  const { currency } = to.content;
  const figure = (state: Change['from'], worth: number | null, code: string, said: string | null = null) =>
    said !== null
      ? said
      : state !== 'known'
        ? { unknown: 'not stated', none: 'none' }[state]
        : worth === null
          ? 'stated'
          : format.amount(worth, code);
  const delta = (change: number | null, said: Change['said'] = null) => {
    if (said !== null) return said === 'now' ? 'now said' : 'no longer said';
    return change === null ? 'changed' : <Delta value={change}>{format.amount(Math.abs(change), currency)}</Delta>;
  };
  const word = (what: string) => what.charAt(0).toUpperCase() + what.slice(1);
  return (
    <tr className={stack.row}>
      <RowHead className={stack.head}>
        {word(change.what)}
        {change.inTotal || change.words !== null ? null : <span className="block text-sm font-normal text-ink-soft">apart</span>}
      </RowHead>
      <Cell number className={stack.cell} data-label={`v${from.number}`}>
        {figure(change.from, change.before, from.content.currency, change.words?.before)}
      </Cell>
      <Cell number className={stack.cell} data-label={`v${to.number}`}>
        {figure(change.to, change.after, currency, change.words?.after)}
      </Cell>
      <Cell number className={stack.cell} data-label="Change">
        {delta(change.change, change.said)}
      </Cell>
    </tr>
  );
}

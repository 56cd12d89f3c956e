import { restate } from '@parley/domain/figure/restate';
import { listAmounts, listTotals } from '@parley/domain/negotiation/ledger/named';
import {
  channelAdvice,
  channels,
  channelsDiffer,
  type Figures,
  listFigureHints,
  type Plan,
} from '@parley/domain/negotiation/negotiation';
import { Card } from '../../../components/card.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { InPlace } from '../../../components/form/in-place.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useNamed } from '../../../components/form/use-named.tsx';
import { ThreadMark } from '../../../components/item-tools.tsx';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import type { Editing } from './conflict-card.tsx';

export type NumbersFormProps = { negotiationId: string; plan: Plan; mine: boolean; locked: boolean; editing: Editing };

const years = Array.from({ length: 10 }, (_, index) => index + 1);
const currencies = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }));

/** What one wants: target and ideal, for base and over four years, and by which channel. */
export function NumbersForm(props: NumbersFormProps) {
  const { negotiationId, plan, mine, editing } = props;
  return (
    <Card
      title="Target and ideal"
      aside={
        <span className="flex items-center gap-2">
          <SavedMark state={editing.restState} />
          <ThreadMark itemId={negotiationId} blockId="numbers" label="Target and ideal" />
        </span>
      }
    >
      {mine ? (
        <InPlace what="the numbers" startOpen={isBlank(plan)} reading={<NumberTable plan={plan} hints={listFigureHints(plan)} />}>
          <NumberFields {...props} />
        </InPlace>
      ) : (
        <NumberTable plan={plan} hints={[]} />
      )}
    </Card>
  );
}

function isBlank({ target, ideal }: Plan): boolean {
  return [target.base, target.total, ideal.base, ideal.total].every((amount) => amount === null);
}

/** The same figures in another currency. */
function figuresIn({ currency, target, ideal }: Plan, next: string): Pick<Plan, 'currency' | 'target' | 'ideal'> {
  const money = (amount: number | null) => (amount === null ? null : restate(amount, currency, next));
  const both = ({ base, total }: Figures): Figures => ({ base: money(base), total: money(total) });
  return { currency: next, target: both(target), ideal: both(ideal) };
}

function NumberFields({ negotiationId, plan, locked, editing }: NumbersFormProps) {
  const { currency, target, ideal } = plan;
  const { moves } = useNamed(negotiationId);
  // a figure is held against the other ones, not against what it was before
  const nearOf = (which: 'target' | 'ideal', part: keyof Figures) => {
    const others = { plan: { target, ideal, [which]: { ...plan[which], [part]: null } }, moves };
    return part === 'base' ? listAmounts('base', others) : listTotals(others);
  };
  const field = (label: string, which: 'target' | 'ideal', part: keyof Figures) => (
    <DoubtedField
      label={label}
      near={nearOf(which, part)}
      currency={currency}
      per={part === 'base' ? 'year' : 'once'}
      value={plan[which][part]}
      onChange={(minor) => editing.change({ [which]: { ...(which === 'target' ? target : ideal), [part]: minor } })}
    />
  );
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {field('Target base, a year', 'target', 'base')}
        {field('Target total, four years', 'target', 'total')}
        {field('Ideal base, a year', 'ideal', 'base')}
        {field('Ideal total, four years', 'ideal', 'total')}
        <SelectField
          label="Currency"
          aside={locked ? 'stays: amounts are entered' : undefined}
          disabled={locked}
          value={currency}
          options={currencies}
          onChange={(event) => editing.change(figuresIn(plan, event.target.value))}
        />
        <SelectField
          label="Value packages over"
          value={String(plan.horizonYears)}
          options={years.map((count) => ({ value: String(count), label: count === 1 ? '1 year' : `${count} years` }))}
          onChange={(event) => editing.change({ horizonYears: Number(event.target.value) })}
        />
      </div>
      <HintList hints={listFigureHints(plan)} />
      <RadioGroup
        label="How you negotiate"
        hint={channelsDiffer}
        value={plan.channel}
        onChange={(channel) => editing.change({ channel })}
        choices={channels.map((value) => ({ value, label: channelAdvice[value].label, hint: channelAdvice[value].why }))}
      />
    </div>
  );
}

function HintList({ hints }: { hints: readonly string[] }) {
  return hints.map((hint) => (
    <p key={hint} className="text-sm text-warn">
      {hint}
    </p>
  ));
}

function NumberTable({ plan, hints }: { plan: Plan; hints: readonly string[] }) {
  const format = useFormat();
  const row = (label: string, { base, total }: Figures) => (
    <tr>
      <RowHead>{label}</RowHead>
      <Cell number>{format.amount(base, plan.currency)}</Cell>
      <Cell number>{format.amount(total, plan.currency)}</Cell>
    </tr>
  );
  return (
    <>
      <Table caption={`${plan.currency}`} note={`Channel: ${channelAdvice[plan.channel].label.toLowerCase()}.`}>
        <thead>
          <tr>
            <Head>What is wanted</Head>
            <Head number>Base, a year</Head>
            <Head number>Total, four years</Head>
          </tr>
        </thead>
        <tbody>
          {row('Target', plan.target)}
          {row('Ideal', plan.ideal)}
        </tbody>
      </Table>
      <HintList hints={hints} />
    </>
  );
}

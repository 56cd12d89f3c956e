import { toWholeUnits, unitOf } from '@parley/domain/kernel/money';
import {
  balanceOf,
  evenAt,
  type Lever,
  levers,
  leverWords,
  type Pull,
  startingPulls,
  type TradeBasis,
  worthOf,
} from '@parley/domain/negotiation/asks/trade';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import { findStanding } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { DecimalField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { type Format, useFormat } from '../../../lib/format.ts';
import { useDecision } from '../use-evidence.ts';

export type TradeCardProps = { negotiationId: string; plan: Plan; moves: readonly KeptMove[]; mine: boolean };

/** On what the levers are counted: what the employer last said, else the offer on record, else the target. */
function useTradeBasis({ negotiationId, plan, moves, mine }: TradeCardProps): { basis: TradeBasis; from: string } {
  const { data } = useDecision(negotiationId, mine);
  const said = findStanding(moves, 'employer');
  const recorded = data?.offered?.currency === plan.currency ? data.offered : null;
  const years = plan.horizonYears;
  const bonusPercent = said?.bonusPercent ?? recorded?.bonusPercent ?? null;
  if (said?.base != null) return { basis: { base: said.base, bonusPercent, years }, from: 'their last offer' };
  if (recorded?.base != null) return { basis: { base: recorded.base, bonusPercent, years }, from: 'the offer on record' };
  return { basis: { base: plan.target.base, bonusPercent, years }, from: 'the target' };
}

const numeral = /^(0|[1-9]\d{0,15})(\.\d{1,6})?$/;
const understood = ({ count }: Pull) => numeral.test(count);

function countWords({ lever, count }: Pull, currency: string, format: Format): string {
  const { unit } = leverWords[lever];
  if (unit === 'money') return format.money(Number(count), currency);
  return unit === 'days' ? `${format.number(count)} days` : format.percent(count);
}

/** What one lever is worth in money, and what another would have to be to make up for it. */
export function TradeCard(props: TradeCardProps) {
  const { plan } = props;
  const { basis, from } = useTradeBasis(props);
  return (
    <details className="group rounded-md border border-line bg-raised">
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 px-4 py-2 sm:px-5">
        <ChevronRight aria-hidden="true" className="size-4 text-ink-soft transition-transform group-open:rotate-90" />
        <span className="font-semibold">What a trade is worth</span>
        <span className="text-ink-soft">over {plan.horizonYears === 1 ? '1 year' : `${plan.horizonYears} years`}</span>
      </summary>
      <div className="flex flex-col gap-5 border-t border-line px-4 py-4 sm:px-5">
        {basis.base === null ? (
          <p className="text-ink-soft">Base, bonus, leave and match need a base: write down their offer or set a target.</p>
        ) : null}
        <LeverTable basis={basis} currency={plan.currency} from={from} />
        <Scales basis={basis} currency={plan.currency} />
      </div>
    </details>
  );
}

function LeverTable({ basis, currency, from }: { basis: TradeBasis; currency: string; from: string }) {
  const format = useFormat();
  const bonus = basis.bonusPercent === null ? '' : ` and ${format.percent(basis.bonusPercent)} bonus`;
  const countedOn = basis.base === null ? '' : `Counted on ${format.money(basis.base, currency)}${bonus}, ${from}. `;
  return (
    <Table
      caption={`What each step is worth, in ${currency}`}
      note={`${countedOn}As the ledger counts: no raises, bonus paid in full. To the whole unit; percent of base rounded up.`}
    >
      <thead>
        <tr>
          <Head>Step</Head>
          <Head number>Worth</Head>
          <Head number>As base</Head>
        </tr>
      </thead>
      <tbody>
        {startingPulls(Number(unitOf(currency))).map((pull) => {
          const even = evenAt(pull, 'base', basis);
          const worth = worthOf(pull, basis);
          return (
            <tr key={pull.lever}>
              <RowHead>
                {leverWords[pull.lever].label} {countWords(pull, currency, format)}
                <span className="block text-sm font-normal text-ink-soft">{leverWords[pull.lever].note}</span>
              </RowHead>
              <Cell number>{format.amount(worth === null ? null : toWholeUnits(worth, currency), currency)}</Cell>
              <Cell number>{pull.lever === 'base' || even === null ? '–' : format.percent(even)}</Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function leftWords(left: number, currency: string, format: Format): string {
  if (left === 0) return 'even';
  return `${format.money(Math.abs(left), currency)} ${left > 0 ? 'more' : 'less'} for you`;
}

/** One trade on the scales, either way round. */
function Scales({ basis, currency }: { basis: TradeBasis; currency: string }) {
  const format = useFormat();
  const [give, setGive] = useState<Pull>({ lever: 'base', count: '2' });
  const [get, setGet] = useState<Pull>({ lever: 'sign-on', count: String(unitOf(currency) * 10_000n) });
  const swap = () => {
    setGive(get);
    setGet(give);
  };
  const balance = understood(give) && understood(get) ? balanceOf(give, get, basis) : null;
  const even = understood(give) ? evenAt(give, get.lever, basis) : null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Weigh a trade</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Side label="I give up" pull={give} onPull={setGive} currency={currency} />
        <Side label="I get" pull={get} onPull={setGet} currency={currency} />
      </div>
      <p role="status" className="mt-3 max-w-prose">
        {balance === null
          ? 'One of the two cannot be counted yet.'
          : `You give ${format.money(balance.given, currency)} and get ${format.money(balance.got, currency)}: ${leftWords(
              balance.left,
              currency,
              format,
            )}.`}
        {even === null
          ? null
          : ` Even at ${leverWords[get.lever].label.toLowerCase()} ${countWords({ ...get, count: even }, currency, format)}.`}
      </p>
      <Button kind="quiet" className="-ml-4" icon={<ArrowLeftRight aria-hidden="true" />} onClick={swap}>
        Swap sides
      </Button>
    </fieldset>
  );
}

type SideProps = { label: string; pull: Pull; onPull: (pull: Pull) => void; currency: string };

const isLever = (value: string): value is Lever => levers.some((lever) => lever === value);

function Side({ label, pull, onPull, currency }: SideProps) {
  const { unit } = leverWords[pull.lever];
  const count = (next: string | null) => onPull({ ...pull, count: next ?? '' });
  const choose = (value: string) => {
    if (!isLever(value)) return;
    const kept =
      leverWords[value].unit === unit
        ? pull.count
        : (startingPulls(Number(unitOf(currency))).find(({ lever }) => lever === value)?.count ?? '0');
    onPull({ lever: value, count: kept });
  };
  return (
    <div className="grid grid-cols-2 items-end gap-3">
      <SelectField
        label={label}
        value={pull.lever}
        options={levers.map((value) => ({ value, label: leverWords[value].label }))}
        onChange={(event) => choose(event.target.value)}
      />
      {unit === 'money' ? (
        <MoneyField
          label="How much"
          currency={currency}
          value={understood(pull) ? Number(pull.count) : Number.NaN}
          onChange={(minor) => count(minor === null ? null : String(minor))}
        />
      ) : (
        <DecimalField label="How much" min={0} unit={unit === 'days' ? 'days' : '%'} value={pull.count} onChange={count} />
      )}
    </div>
  );
}

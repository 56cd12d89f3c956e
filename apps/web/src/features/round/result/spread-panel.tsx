import { type Component, listNamed, valuePackage } from '@parley/domain/negotiation/package';
import { amountOf, type Summary } from '@parley/domain/round/result';
import { buildOnTable, labelOf, type RoundDocument, totalYears } from '@parley/domain/round/round';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { useFigure } from '../use-figure.ts';
import type { RevealedStage, Round } from '../use-round.ts';
import { StripChart } from './strip-chart.tsx';

type Props = { round: Round; stage: RevealedStage; summary: Summary };

/** One strip for each component and for the 4-year total, each with its figures in words. */
export function SpreadPanel({ round, stage, summary }: Props) {
  const format = useFormat();
  const figure = useFigure(round.document);
  const { document } = round;
  const { counters, target } = stage;
  const whose = round.mine ? 'your target' : `${round.ownerName}’s target`;
  const money = (amount: number) => format.money(amount, document.currency);
  const table = buildOnTable(document);
  const common = { counters, target };
  const offered = offeredTotal(document);
  const aimAt = (component: Component) => {
    const aim = target && figure(component, target.package);
    return aim ? `${whose} ${aim}` : null;
  };
  return (
    <div className="flex flex-col gap-5">
      {summary.components.map((spread) => {
        const { component, low, median, high } = spread;
        const write = (value: number | string) =>
          spread.unit === 'money' ? money(Number(value)) : format.percent(String(value));
        const words = { label: labelOf(document, component), offer: figure(component, table), aim: aimAt(component) };
        const offer = spread.unit === 'money' ? amountOf(table, component) : table.bonusPercent;
        return (
          <Strip key={component} {...words} three={[low, median, high].map(write)}>
            <StripChart
              {...common}
              of={component}
              median={Number(median)}
              offer={offer === null ? null : Number(offer)}
              write={write}
            />
          </Strip>
        );
      })}
      {summary.total ? (
        <Strip
          label="4-year total"
          three={[summary.total.low, summary.total.median, summary.total.high].map(money)}
          offer={offered === null ? null : money(offered)}
          aim={target && target.total !== null ? `${whose} ${money(target.total)}` : null}
        >
          <StripChart {...common} of="total" median={summary.total.median} offer={offered} write={money} />
        </Strip>
      ) : null}
      <p className="text-sm text-ink-soft">
        Each dot is a package{counters.some((counter) => counter.mine) ? ', yours ringed' : ''}; the thick mark is the median, the
        triangle the offer{target ? `, the dashed line ${whose}` : ''}.
      </p>
    </div>
  );
}

/** The offer's total, once something of it was said. */
function offeredTotal(document: RoundDocument): number | null {
  const table = buildOnTable(document);
  return listNamed(table).length === 0 ? null : valuePackage(table, totalYears);
}

type StripProps = { label: string; three: readonly string[]; offer: string | null; aim: string | null; children: ReactNode };

function Strip({ label, three: [low, median, high], offer, aim, children }: StripProps) {
  const range = low === high ? `all at ${low}` : `median ${median}, from ${low} to ${high}`;
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="tabular-nums">
        <span className="font-medium">{label}</span>
        <span className="text-ink-soft">
          {' '}
          {range}
          {offer ? ` · offered ${offer}` : ''}
          {aim ? ` · ${aim}` : ''}
        </span>
      </figcaption>
      {children}
    </figure>
  );
}

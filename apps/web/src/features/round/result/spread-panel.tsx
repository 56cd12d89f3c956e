import type { Summary } from '@parley/domain/round/result';
import { labelOf } from '@parley/domain/round/round';
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
  const { currency } = round.document;
  const { counters, target } = stage;
  const whose = round.mine ? 'your target' : `${round.ownerName}’s target`;
  const money = (amount: number) => format.money(amount, currency);
  return (
    <div className="flex flex-col gap-5">
      {summary.components.map((spread) => {
        const { component } = spread;
        const three =
          spread.unit === 'money'
            ? [spread.low, spread.median, spread.high].map(money)
            : [spread.low, spread.median, spread.high].map(format.percent);
        return (
          <Strip
            key={component}
            label={labelOf(round.document, component)}
            three={three}
            aim={target ? `${whose} ${figure(component, target.package)}` : null}
          >
            <StripChart of={component} counters={counters} median={Number(spread.median)} target={target} />
          </Strip>
        );
      })}
      <Strip
        label="4-year total"
        three={[summary.total.low, summary.total.median, summary.total.high].map(money)}
        aim={target ? `${whose} ${money(target.total)}` : null}
      >
        <StripChart of="total" counters={counters} median={summary.total.median} target={target} />
      </Strip>
      <p className="text-sm text-ink-soft">
        Each dot is a package{counters.some((counter) => counter.mine) ? ', yours ringed' : ''}; the thick mark is the median
        {target ? `, the dashed line ${whose}` : ''}.
      </p>
    </div>
  );
}

type StripProps = { label: string; three: readonly string[]; aim: string | null; children: ReactNode };

function Strip({ label, three: [low, median, high], aim, children }: StripProps) {
  const range = low === high ? `all at ${low}` : `median ${median}, from ${low} to ${high}`;
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="tabular-nums">
        <span className="font-medium">{label}</span>
        <span className="text-ink-soft">
          {' '}
          {range}
          {aim ? ` · ${aim}` : ''}
        </span>
      </figcaption>
      {children}
    </figure>
  );
}

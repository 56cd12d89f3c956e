import { toDecimal } from '@parley/domain/kernel/currency';
import { toWholeUnits } from '@parley/domain/kernel/money';
import type { SeenComparison, SeenPair } from '@parley/domain/offer/comparison';
import type { PartApart, PartRow } from '@parley/domain/offer/comparison-parts';
import type { Span } from '@parley/domain/offer/sharing/grid';
import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { Button } from '../../../components/button.tsx';
import { saveFile } from '../../../lib/file/save.ts';
import { useFormat } from '../../../lib/format.ts';
import { CompareChart } from './compare-chart.tsx';
import { letterOf } from './compare-form.tsx';
import { ComparePartsPanel, type Line, linesOf } from './compare-parts-panel.tsx';
import { CriteriaForm } from './criteria-form.tsx';
import { SidesPanel } from './sides-panel.tsx';
import type { Side, useComparisonBasis } from './use-compare.ts';

type Props = {
  sides: readonly Side[];
  comparison: SeenComparison;
  parts: readonly PartRow[];
  apart: readonly PartRow<PartApart>[];
  today: readonly Span[] | null;
  ground: ReturnType<typeof useComparisonBasis>;
};

/** What follows from the figures: in sentences, as a table, and as lines over the years. */
export function ComparePanel(props: Props) {
  const { sides, comparison, ground } = props;
  const labels = sides.map(({ short }, at) => `${letterOf(at)} (${short})`);
  return (
    <div className="flex flex-col gap-6">
      <ComparePartsPanel {...props} />
      <SidesPanel sides={sides} comparison={comparison} />
      <ul className="flex flex-col gap-3" aria-label="What follows">
        {comparison.pairs.map((pair) => (
          <li key={`${pair.a}-${pair.b}`}>
            <PairLines pair={pair} comparison={comparison} labels={labels} />
          </li>
        ))}
      </ul>
      <CompareChart comparison={comparison} names={sides.map(({ short }, at) => ({ letter: letterOf(at), short }))} />
      <CriteriaForm sides={sides} criteria={ground.criteria} onChange={ground.setCriteria} />
      <Taking {...props} />
    </div>
  );
}

const quoted = (text: string) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What is on the screen as a file of values: nothing that is hidden from me is in it, because it never came. */
function csvOf(sides: readonly Side[], lines: readonly Line[], currency: string): string {
  const cell = (span: Line['spans'][number] | undefined) =>
    span ? [span.low, span.high].map((sum) => toDecimal(sum, currency)) : ['', ''];
  const head = [
    'Component',
    'Currency',
    ...sides.flatMap(({ label }, at) => [`${letterOf(at)} ${label}, from`, `${letterOf(at)} to`]),
  ];
  const rows = lines.map(({ label, spans }) => [label, currency, ...sides.flatMap((_, at) => cell(spans[at]))]);
  return [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
}

/** On paper, or as a table for a spreadsheet. */
function Taking(props: Props) {
  const { percent } = useFormat();
  const { sides, comparison } = props;
  const save = () => saveFile('offers.csv', csvOf(sides, linesOf(props, percent), comparison.currency), 'text/csv');
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
        Print
      </Button>
      <Button icon={<Download aria-hidden="true" />} onClick={save}>
        Save as CSV
      </Button>
    </div>
  );
}

function usePlain(currency: string) {
  const format = useFormat();
  return (sum: number) => format.money(toWholeUnits(sum, currency), currency);
}

type PairProps = { pair: SeenPair; comparison: SeenComparison; labels: readonly string[] };

function PairLines({ pair, comparison: { currency, horizon }, labels }: PairProps) {
  const money = usePlain(currency);
  const { percent } = useFormat();
  const { difference, closeness, crossovers } = pair;
  const [a, b] = [labels[pair.a] ?? '', labels[pair.b] ?? ''];
  const span = horizon === 1 ? '1 year' : `${horizon} years`;
  const isExact = difference.low === difference.high;
  const between = (low: number, high: number) => (low === high ? money(low) : `${money(low)} to ${money(high)}`);
  const more = () => {
    if (difference.low === 0 && difference.high === 0) return `${a} and ${b} come to the same over ${span}.`;
    if (difference.low >= 0) return `${b} is worth ${between(difference.low, difference.high)} more than ${a} over ${span}.`;
    if (difference.high <= 0) return `${a} is worth ${between(-difference.high, -difference.low)} more than ${b} over ${span}.`;
    return `Which of ${a} and ${b} is worth more over ${span} cannot be told: their ranges overlap.`;
  };
  const closeWords = {
    close: ` They are close: within ${percent('2')}.`,
    apart: '',
    open: isExact ? '' : ` They may be close, within ${percent('2')}.`,
  };
  return (
    <>
      <p>
        {more()}
        <span className="font-medium">{closeWords[closeness]}</span>
      </p>
      {crossovers.map(({ lead, from, to }) => (
        <p key={to} className="text-ink-soft">
          {labels[lead]} takes the lead {from === to ? `in year ${to}` : `between years ${from} and ${to}`}, counted from the
          start.
        </p>
      ))}
    </>
  );
}

import { countChange, countFunnel, countStays, fewest, type Rate } from '@parley/domain/hunt/funnel';
import { levelsGained } from '@parley/domain/hunt/hunt';
import { stageName } from '@parley/domain/opportunity/opportunity';
import { Card } from '../../components/card.tsx';
import { Cell, Head, RowHead, Table } from '../../components/table.tsx';
import { useFormat } from '../../lib/format.ts';
import type { HuntRead } from './use-hunt.ts';

type Props = Pick<HuntRead, 'histories' | 'plan'> & { today: string };

/** How far openings came, in counts; a rate stands beside them from five on. */
export function FunnelCard({ histories, plan, today }: Props) {
  const format = useFormat();
  const { openings, applied, response, interview, offer, accepted } = countFunnel(histories);
  const percent = (rate: Rate | null) => (rate?.percent == null ? '–' : format.percent(String(rate.percent)));
  const rows: [string, number, Rate | null][] = [
    ['Written down', openings, null],
    ['Applied', applied, null],
    ['Answered', response.count, response],
    ['Interview', interview.count, interview],
    ['Offer', offer.count, offer],
    ['Accepted', accepted, null],
  ];
  return (
    <Card title="How far they came">
      <Table caption="How far openings came" captionHidden>
        <thead>
          <tr>
            <Head>Step</Head>
            <Head className="text-right">Openings</Head>
            <Head className="text-right">Of those applied for</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count, rate]) => (
            <tr key={name}>
              <RowHead>{name}</RowHead>
              <Cell className="text-right tabular-nums">{format.number(count)}</Cell>
              <Cell className="text-right tabular-nums">{percent(rate)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="mt-3 flex max-w-prose flex-col gap-2 text-ink-soft">
        {applied < fewest ? <p>{`Under ${fewest} a rate says nothing: here are counts until then.`}</p> : null}
        <ChangeLine histories={histories} today={today} />
        <LevelLine histories={histories} level={plan.level} />
      </div>
    </Card>
  );
}

const inCounts = ({ count, of }: Rate) => `${count} of ${of}`;

function ChangeLine({ histories, today }: Pick<Props, 'histories' | 'today'>) {
  const { now, before, points } = countChange(histories, today);
  if (now.of === 0 && before.of === 0) return null;
  const change = points === null ? '' : points === 0 ? ' The rate is the same.' : ` ${sayPoints(points)}`;
  return (
    <p>{`Answered of what you sent in the last 30 days: ${inCounts(now)}; in the 30 before: ${inCounts(before)}.${change}`}</p>
  );
}

/** `▲ 12 points.` */
export const sayPoints = (points: number) =>
  `${points > 0 ? '▲' : '▼'} ${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}.`;

function LevelLine({ histories, level }: Pick<Props, 'histories'> & { level: string }) {
  const brought = histories.filter(({ stage, level: at }) => at !== '' && ['offer', 'negotiating', 'accepted'].includes(stage));
  if (level === '' || brought.length === 0) return null;
  return (
    <ul>
      {brought.map(({ opportunityId, role, level: at }) => {
        const gained = levelsGained(level, at);
        const words =
          gained === null
            ? 'not on one ladder'
            : gained === 0
              ? 'the same level'
              : `${gained > 0 ? '▲' : '▼'} ${Math.abs(gained)}`;
        return <li key={opportunityId}>{`Level, ${role}: ${level} → ${at}, ${words}`}</li>;
      })}
    </ul>
  );
}

/** How long openings stay in a stage. */
export function StaysCard({ histories }: Pick<Props, 'histories'>) {
  const format = useFormat();
  const stays = countStays(histories).filter(({ ended }) => ended > 0);
  if (stays.length === 0) return null;
  return (
    <Card title="How long they stay">
      <Table caption="Time in each stage" captionHidden>
        <thead>
          <tr>
            <Head>Stage</Head>
            <Head className="text-right">Stays that ended</Head>
            <Head className="text-right">Days, in the middle</Head>
          </tr>
        </thead>
        <tbody>
          {stays.map(({ stage, ended, median }) => (
            <tr key={stage}>
              <RowHead>{stageName(stage)}</RowHead>
              <Cell className="text-right tabular-nums">{format.number(ended)}</Cell>
              <Cell className="text-right tabular-nums">{median === null ? '–' : format.number(median)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-ink-soft">{`A middle is shown from ${fewest} on. A step that you undid is not counted.`}</p>
    </Card>
  );
}

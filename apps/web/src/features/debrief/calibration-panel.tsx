import { type Calibration, calibrationSentence, type Score } from '@parley/domain/debrief/calibration';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Cell, Head, RowHead, Table } from '../../components/table.tsx';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { CalibrationChart } from './calibration-chart.tsx';

/** How well I, and the council, foresee what happens; a sentence until there is enough to say. */
export function CalibrationPanel() {
  const trpc = useTRPC();
  const calibration = useQuery(trpc.debrief.calibration.queryOptions());
  if (calibration.isPending) return <Skeleton what="your calibration" />;
  if (calibration.isLoadingError)
    return <Failed error={calibration.error} what="your calibration" retry={() => void calibration.refetch()} />;
  const { data } = calibration;
  return (
    <Card title="Calibration">
      <div className="flex flex-col gap-5">
        <p className="max-w-prose">{calibrationSentence(data)}</p>
        {data.shown ? (
          <>
            <CalibrationChart points={data.points} />
            <Scores {...data} />
          </>
        ) : (
          <p className="max-w-prose text-sm text-ink-soft">
            A debrief counts once its reads are revealed and you have recorded how it turned out. What you withdrew from, and what
            you never heard about, is left out.
          </p>
        )}
      </div>
    </Card>
  );
}

function Scores({ self, council, resolved }: Extract<Calibration, { shown: true }>) {
  return (
    <Table
      caption={`Over ${resolved} resolved debriefs of all your opportunities`}
      note="Bias: how many points the guesses lie above (+) or below (−) what happened, on average. Brier score: 0 is perfect, 0.25 is no better than saying 50 % each time."
    >
      <thead>
        <tr>
          <Head>Whose read</Head>
          <Head number className="max-sm:whitespace-normal">
            Bias, points
          </Head>
          <Head number className="max-sm:whitespace-normal">
            Brier score
          </Head>
          <Head number>Debriefs</Head>
        </tr>
      </thead>
      <tbody>
        <Row name="You" score={self} />
        {council ? <Row name="Council, mean" score={council} /> : null}
      </tbody>
    </Table>
  );
}

function Row({ name, score }: { name: string; score: Score }) {
  const format = useFormat();
  const points = Math.round(score.bias * 100);
  const sign = points === 0 ? '' : points > 0 ? '+' : '−';
  return (
    <tr>
      <RowHead>{name}</RowHead>
      <Cell number>
        {sign}
        {format.number(Math.abs(points))}
      </Cell>
      <Cell number>{format.number(score.brier.toFixed(2))}</Cell>
      <Cell number>{score.count}</Cell>
    </tr>
  );
}

import { compareTrial, type Experiment, endOfTrial, findOpen, judgeTrial, type Verdict } from '@parley/domain/hunt/hunt';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { ExperimentForm } from './experiment-form.tsx';
import { sayPoints } from './funnel-card.tsx';
import { type HuntRead, useKeep } from './use-hunt.ts';

type Props = HuntRead & { today: string };

/** One change at a time, for two weeks, with what it did to the answers. */
export function ExperimentCard({ rev, plan, histories, today }: Props) {
  const [writing, setWriting] = useState(useHeld('hunt:experiment'));
  const { put, pending, failure } = useKeep();
  const open = findOpen(plan);
  const over = plan.experiments.filter(({ verdict }) => verdict !== null).toReversed();
  const judge = (verdict: Verdict) => put(rev, judgeTrial(plan, verdict));
  return (
    <Card title="Experiment">
      <div className="flex flex-col gap-4">
        {open ? <Trial {...{ histories, trial: open, today }} /> : null}
        <FormFailure failure={failure} />
        {open ? (
          <div className="flex flex-wrap gap-2">
            <Button pending={pending} onClick={() => judge('keep')}>
              Keep it
            </Button>
            <Button pending={pending} onClick={() => judge('drop')}>
              Drop it
            </Button>
            <Button kind="quiet" pending={pending} onClick={() => judge('extend')}>
              Two more weeks
            </Button>
          </div>
        ) : null}
        {open === null && writing ? <ExperimentForm {...{ rev, plan, today }} onDone={() => setWriting(false)} /> : null}
        {open === null && !writing ? (
          <>
            <p className="max-w-prose text-ink-soft">
              Change one thing for two weeks, such as the first line of your mail, and see what it does to the answers.
            </p>
            <div>
              <Button onClick={() => setWriting(true)}>Try one change</Button>
            </div>
          </>
        ) : null}
        {over.length > 0 ? (
          <ul className="divide-y divide-line border-t border-line">
            {over.map((trial) => (
              <li key={trial.id} className="py-3">
                <Trial {...{ histories, trial, today }} />
                <p className="text-ink-soft">{trial.verdict === 'keep' ? 'You keep it.' : 'You dropped it.'}</p>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}

type TrialProps = Pick<Props, 'histories' | 'today'> & { trial: Experiment };

function Trial({ histories, trial, today }: TrialProps) {
  const format = useFormat();
  const { now, before, points } = compareTrial(histories, trial);
  const end = endOfTrial(trial);
  const said =
    points === null ? 'Under five on either side there is no rate.' : points === 0 ? 'The rate is the same.' : sayPoints(points);
  return (
    <div className="flex flex-col gap-1 wrap-anywhere">
      <p className="font-medium">{trial.change}</p>
      {trial.hypothesis ? <p className="text-ink-soft">{`You expect: ${trial.hypothesis}`}</p> : null}
      <p className="text-ink-soft tabular-nums">
        {`${format.date(trial.startsOn)} – ${format.date(end)}${trial.verdict === null && today > end ? ', over: what came of it?' : ''}`}
      </p>
      <p className="tabular-nums">
        {`Answered: ${now.count} of ${now.of}; in as many days before: ${before.count} of ${before.of}. ${said}`}
      </p>
    </div>
  );
}

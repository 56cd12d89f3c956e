import { weekdays } from '@parley/domain/council/council';
import { countWeeks, weekOf } from '@parley/domain/hunt/funnel';
import { markWeek } from '@parley/domain/hunt/hunt';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Cell, Head, RowHead, Table } from '../../components/table.tsx';
import { useFormat } from '../../lib/format.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { type HuntRead, useKeep } from './use-hunt.ts';
import { WeekForm } from './week-form.tsx';

type Props = HuntRead & { today: string };

/** What one looks for in a sentence, the hour that is kept free for it, and week by week whether it was. */
export function WeekCard({ rev, plan, histories, today }: Props) {
  const [writing, setWriting] = useState(useHeld('hunt:week'));
  const { put, pending, failure } = useKeep();
  const { target, block, kept } = plan;
  const monday = weekOf(today);
  const isKept = kept.includes(monday);
  const edit = (
    <Button kind="quiet" onClick={() => setWriting(true)} className="-mr-3">
      {target === '' && !block ? 'Plan it' : 'Change'}
    </Button>
  );
  return (
    <Card title="The week" aside={writing ? null : edit}>
      <div className="flex flex-col gap-4">
        {writing ? (
          <WeekForm rev={rev} plan={plan} onDone={() => setWriting(false)} />
        ) : (
          <>
            {target === '' ? (
              <p className="text-ink-soft">
                What do you look for, in one sentence? And which hour of the week is kept free for it?
              </p>
            ) : (
              <p className="text-lg wrap-anywhere">{target}</p>
            )}
            {block ? <p>{`${weekdays[block.weekday - 1] ?? ''} at ${block.time}, ${block.minutes} minutes`}</p> : null}
          </>
        )}
        <FormFailure failure={failure} />
        {block && !writing ? (
          <div>
            <Button pending={pending} onClick={() => put(rev, markWeek(plan, monday, !isKept))}>
              {isKept ? 'Kept this week; take it back' : 'I kept it this week'}
            </Button>
          </div>
        ) : null}
        <WeekTable histories={histories} kept={kept} today={today} />
      </div>
    </Card>
  );
}

function WeekTable({ histories, kept, today }: Pick<Props, 'histories' | 'today'> & { kept: readonly string[] }) {
  const format = useFormat();
  const days = histories.flatMap(({ callDays }) => callDays);
  return (
    <Table caption="The last eight weeks">
      <thead>
        <tr>
          <Head>Week of</Head>
          <Head className="text-right">Applied</Head>
          <Head className="text-right">Calls</Head>
          <Head>Hour</Head>
        </tr>
      </thead>
      <tbody>
        {countWeeks(histories, days, today)
          .toReversed()
          .map(({ monday, applied, calls }) => (
            <tr key={monday}>
              <RowHead className="whitespace-nowrap">{format.day(monday)}</RowHead>
              <Cell className="text-right tabular-nums">{format.number(applied)}</Cell>
              <Cell className="text-right tabular-nums">{format.number(calls)}</Cell>
              <Cell>{kept.includes(monday) ? 'kept' : '–'}</Cell>
            </tr>
          ))}
      </tbody>
    </Table>
  );
}

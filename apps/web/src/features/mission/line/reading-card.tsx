import type { LineAsk, ReadLine } from '@parley/domain/mission/line/read-line';
import { useMemo } from 'react';
import { Button } from '../../../components/button.tsx';
import { type Format, useFormat } from '../../../lib/format.ts';

type Props = { read: ReadLine | null; onChoose: (ask: LineAsk, reading: LineAsk['readings'][number]) => void };

const names = { start: 'Start', target: 'Target', current: 'Now', due: 'By' } as const;

function sayRead({ words }: ReadLine, format: Format): string {
  const { start, target, current, unit, due, firstNinetyDays } = words;
  const number = (value: string | null) => (value === null ? '?' : format.number(value));
  const parts = [
    start === null && target === null ? null : `${number(start)} → ${number(target)} ${unit}`.trim(),
    due === null ? null : `by ${format.date(due)}`,
    current === null ? null : `now ${number(current)}`,
    firstNinetyDays ? 'within the first 90 days' : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** What a line was understood as, part by part; what may be two is asked. */
export function ReadingCard({ read, onChoose }: Props) {
  const format = useFormat();
  const said = useMemo(() => (read ? sayRead(read, format) : ''), [read, format]);
  const [ask] = read?.asks ?? [];
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p aria-live="polite" className="text-ink-soft">
        {said !== '' ? (
          <>
            {'Read as '}
            <bdi className="font-medium text-ink tabular-nums">{said}</bdi>
          </>
        ) : (
          'What is measured, from where to where, by when. Enter for the next line.'
        )}
      </p>
      {ask ? (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="float-left contents font-medium">{`${names[ask.part]}: ${ask.readings.length === 1 ? 'is it' : 'which is it?'}`}</legend>
          {ask.readings.map((reading) => (
            <Button
              key={reading.text}
              className="px-3"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(ask, reading)}
            >
              {reading.shown}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}

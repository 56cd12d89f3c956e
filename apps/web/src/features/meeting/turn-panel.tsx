import type { Turn } from '@parley/domain/meeting/agenda';
import type { ReactNode } from 'react';
import { sayMinutes, useTimer } from '../../lib/time/use-timer.ts';
import { type Going, type MeetingPage, titleOf, turnSentences } from './use-meeting.ts';

type Props = { meeting: Going; page: MeetingPage; heardAt: number; turn: Turn; children: ReactNode };

/** The turn that the meeting is at, large enough to be read across a kitchen: who, what, and how much time is left. */
export function TurnPanel({ meeting, page, heardAt, turn, children }: Props) {
  return (
    <section aria-labelledby="turn" className="rounded-md border border-line bg-raised">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-4 sm:px-5">
        <div className="min-w-0 flex-1">
          <p className="text-sm text-ink-soft tabular-nums">
            Turn {meeting.step + 1} of {meeting.turns.length}
          </p>
          <h2 id="turn" className="text-xl wrap-anywhere">
            {titleOf(turn, page)}
          </h2>
        </div>
        <Timer key={`${meeting.step}:${meeting.turnAt}`} turn={turn} turnAt={meeting.turnAt} now={page.now} heardAt={heardAt} />
        <p className="max-w-prose basis-full text-ink-soft">{turnSentences[turn.kind]}</p>
      </div>
      <div className="flex flex-col gap-4 px-4 py-4 empty:hidden sm:px-5">{children}</div>
    </section>
  );
}

type TimerProps = { turn: Turn; turnAt: string; now: string; heardAt: number };

function Timer({ turn, turnAt, now, heardAt }: TimerProps) {
  const { left, signal, over } = useTimer(turn, turnAt, { now, heardAt });
  const look = over ? 'bg-bad-soft text-bad' : signal ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink';
  return (
    <div className={`min-w-32 rounded-md px-4 py-2 text-center ${look}`}>
      <p role="timer" aria-label="Time left" className="text-2xl font-medium tabular-nums">
        {over ? '+' : ''}
        {sayMinutes(left)}
      </p>
      <p role="status" className="text-sm">
        {over ? 'over time' : signal ? 'One minute left' : `of ${turn.minutes} minutes`}
      </p>
    </div>
  );
}

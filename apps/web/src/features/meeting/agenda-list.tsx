import { lengthOf } from '@parley/domain/meeting/agenda';
import { Card } from '../../components/card.tsx';
import { type Going, type MeetingPage, titleOf } from './use-meeting.ts';

/** All turns of a meeting: what was, what is, what comes. */
export function AgendaList({ meeting, page }: { meeting: Going; page: MeetingPage }) {
  const { turns, step } = meeting;
  const rest = lengthOf(turns.slice(step));
  return (
    <Card title="Agenda" flush aside={<span className="text-sm text-ink-soft tabular-nums">{rest} minutes to go</span>}>
      <ol className="divide-y divide-line">
        {turns.map((turn, at) => (
          <li
            key={`${turn.kind}:${turn.subjectId ?? turn.speakerId}`}
            aria-current={at === step ? 'step' : undefined}
            className={`flex min-h-11 items-center justify-between gap-3 px-4 py-2 sm:px-5 ${lookAt(at, step)}`}
          >
            <span className="min-w-0 wrap-anywhere">{titleOf(turn, page)}</span>
            <span className="shrink-0 text-sm tabular-nums">{turn.minutes} min</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function lookAt(at: number, step: number): string {
  if (at === step) return 'bg-accent-soft font-medium text-accent-strong';
  return at < step ? 'text-ink-soft line-through decoration-line-strong' : '';
}

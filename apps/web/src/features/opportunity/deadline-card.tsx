import AlarmClock from 'lucide-react/icons/alarm-clock';
import { useFormat } from '../../lib/format.ts';
import { untilInWords } from '../../lib/time/until.ts';
import { usePassed } from '../../lib/time/use-today.ts';

type Props = {
  ends: string;
  /** In the header: two short lines rather than one that pushes the others. */
  compact?: boolean;
};

/** When the answer is due, in the person's own zone. */
export function DeadlineCard({ ends, compact }: Props) {
  const format = useFormat();
  const past = usePassed(ends);
  const words = past ? 'Deadline passed ' : 'Answer by ';
  return (
    <span
      className={`inline-flex items-center gap-1.5 tabular-nums ${compact ? 'whitespace-nowrap text-sm leading-tight' : ''} ${past ? 'text-bad' : ''}`}
    >
      <AlarmClock aria-hidden="true" className="size-3.5 shrink-0" />
      <span>
        {compact ? <span className="block">{words}</span> : words}
        {untilInWords(ends, format)}
      </span>
    </span>
  );
}

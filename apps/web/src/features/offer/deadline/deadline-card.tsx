import { type DaysOff, daysOffBetween } from '@parley/domain/offer/days-off';
import {
  businessDaysLeft,
  civilDay,
  type Deadline,
  dayOf,
  type Extension,
  endOf,
  hasPassed,
  isShort,
} from '@parley/domain/offer/deadline';
import { holidayWords } from '@parley/domain/offer/holiday';
import { Chip } from '../../../components/chip.tsx';
import { whichHour } from '../../../components/form/odd-hour-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';
import { untilInWords } from '../../../lib/time/until.ts';

export type DeadlineCardProps = {
  deadline: Deadline;
  receivedOn: string | null;
  extension: Extension;
  /** The days off of the one who has to answer, as far as one knows them. */
  off: readonly DaysOff[];
};

const extensionWords: Record<Extension, string> = {
  none: '',
  asked: 'more time asked for',
  granted: 'more time given',
  refused: 'more time refused',
};

/** The deadline by their clock and by mine, and how many business days are left. */
export function DeadlineCard({ deadline, receivedOn, extension, off }: DeadlineCardProps) {
  const format = useFormat();
  const person = usePerson();
  const now = new Date();
  const ends = endOf(deadline);
  const there =
    deadline.kind === 'date'
      ? `${format.day(dayOf(deadline))}, end of day in ${format.place(deadline.zone)}`
      : `${untilInWords(ends, format, deadline.zone)} in ${format.place(deadline.zone)}${whichHour(deadline.at, deadline.zone)}`;
  const left = businessDaysLeft(deadline, now, off);
  const mine = daysOffBetween(civilDay(now, deadline.zone), dayOf(deadline), off).length;
  const passed = hasPassed(deadline, now);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>
        Answer by <span className="font-medium">{there}</span>
        {deadline.zone === person.zone ? null : <span className="text-ink-soft"> = {untilInWords(ends, format)} here</span>}
      </span>
      <Chip tone={passed ? 'bad' : left <= 2 ? 'warn' : 'plain'}>
        {passed ? 'passed' : left === 1 ? '1 business day left' : `${left} business days left`}
      </Chip>
      {passed ? null : <span className="text-sm text-ink-soft">{holidayWords(deadline.zone, mine)}</span>}
      {receivedOn !== null && isShort(deadline, receivedOn, off) ? <Chip tone="warn">short notice</Chip> : null}
      {extension === 'none' ? null : <Chip tone={extension === 'refused' ? 'bad' : 'plain'}>{extensionWords[extension]}</Chip>}
    </p>
  );
}

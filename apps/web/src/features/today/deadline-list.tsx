import { Link } from '@tanstack/react-router';
import { Chip } from '../../components/chip.tsx';
import { type Format, useFormat } from '../../lib/format.ts';
import { roomOf } from '../../lib/rooms.ts';
import { untilInWords } from '../../lib/time/until.ts';
import type { Today } from './use-today.ts';

type Entry = Today['deadlines'][number];

/** The deadlines of my offers, in the employer's zone and in mine where that is another time. */
export function DeadlineList({ entries }: { entries: readonly Entry[] }) {
  const format = useFormat();
  return (
    <ul className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.offerId}>
          <Link
            to={roomOf.offer}
            params={{ opportunityId: entry.opportunityId }}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 text-ink hover:bg-sunken sm:px-5"
          >
            <span className="min-w-0">
              <span className="block font-medium">
                My answer · {entry.role}, {entry.company}
              </span>
              <Ends entry={entry} format={format} />
            </span>
            <Chip tone={toneOf(entry)}>{leftInWords(entry)}</Chip>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A day ends at 24:00 there; the minute before is the last one that reads as that day. */
function Ends({ entry: { deadline, endsAt }, format }: { entry: Entry; format: Format }) {
  const there = untilInWords(endsAt, format, deadline.zone);
  const here = untilInWords(endsAt, format);
  const place = format.place(deadline.zone);
  return (
    <>
      <span className="block tabular-nums">
        {deadline.kind === 'date' ? `${format.day(deadline.on)}, end of day in ${place}` : `${there} in ${place}`}
      </span>
      {there === here ? null : <span className="block text-sm text-ink-soft tabular-nums">until {here} here</span>}
    </>
  );
}

function leftInWords({ passed, businessDaysLeft }: Entry): string {
  if (passed) return 'has passed';
  if (businessDaysLeft === 0) return 'last day';
  return businessDaysLeft === 1 ? '1 business day left' : `${businessDaysLeft} business days left`;
}

function toneOf({ passed, businessDaysLeft }: Entry): 'bad' | 'warn' | 'plain' {
  if (passed) return 'bad';
  return businessDaysLeft < 2 ? 'warn' : 'plain';
}

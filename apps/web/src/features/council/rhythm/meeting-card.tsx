import { findNextMeeting, weekdayName } from '@parley/domain/council/cadence';
import type { Cadence } from '@parley/domain/council/council';
import { Link } from '@tanstack/react-router';
import { buttonLook } from '../../components/button.tsx';
import { useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';

/** The rhythm in the council's own time, `Thursdays 18:00, Vienna, 90 minutes`. */
export function Rhythm({ cadence }: { cadence: Cadence }) {
  const format = useFormat();
  return (
    <>
      {weekdayName(cadence.weekday)}s {cadence.time}, {format.place(cadence.zone)}, {cadence.minutes} minutes
    </>
  );
}

/** The next meeting in the reader's time, and in the council's where that differs. */
export function MeetingCard({ councilId, cadence }: { councilId: string; cadence: Cadence }) {
  const format = useFormat();
  const { zone } = usePerson();
  const next = findNextMeeting(cadence, new Date());
  const elsewhere = format.dayTime(next, cadence.zone) !== format.dayTime(next, zone);
  return (
    <div className="rounded-md border border-line bg-raised px-4 py-3 sm:px-5">
      <p className="text-sm text-ink-soft">Next meeting</p>
      <p className="text-lg font-medium tabular-nums">
        {format.dayTime(next)}
        {elsewhere ? <span className="text-base font-normal text-ink-soft"> your time</span> : null}
      </p>
      <p className="text-ink-soft">
        <Rhythm cadence={cadence} />
      </p>
      <Link to="/council/$councilId/meeting" params={{ councilId }} className={buttonLook('plain', 'mt-3')}>
        Go to the meeting
      </Link>
    </div>
  );
}

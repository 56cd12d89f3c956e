import { rhythmOf, rhythmWords } from '@parley/domain/council/cadence';
import type { Cadence } from '@parley/domain/council/council';
import { findNextMeeting, listOccasions } from '@parley/domain/council/occasion';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonLook } from '../../../components/button.tsx';
import { CalendarButton } from '../../../components/calendar-button.tsx';
import { useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Council } from '../use-council.ts';
import { Coming, OccasionList } from './occasion-list.tsx';

/** The rhythm in the council's own time, `Every Thursday 18:00, Vienna, 90 minutes`. */
export function Rhythm({ cadence }: { cadence: Cadence }) {
  const format = useFormat();
  return (
    <>
      {rhythmWords(cadence)}, {cadence.time}, {format.place(cadence.zone)}, {cadence.minutes} minutes
    </>
  );
}

/** When the council meets next, in the reader's time and in the council's where that differs, and who cannot come. */
export function MeetingCard({ council }: { council: Council }) {
  const { councilId, cadence } = council;
  const now = new Date();
  const next = findNextMeeting(council, now);
  const ahead = listOccasions(council, now, 6);
  const own = rhythmOf(cadence).kind === 'dates';
  return (
    <section aria-labelledby="next-meeting" className="rounded-md border border-line bg-raised">
      <div className="flex flex-col gap-3 px-4 py-3 sm:px-5">
        <div>
          <h2 id="next-meeting" className="text-sm font-normal text-ink-soft">
            Next meeting
          </h2>
          {next ? <When council={council} startsAt={next.startsAt} /> : <p className="text-lg font-medium">No day is planned</p>}
          <p className="text-ink-soft">
            {own && !next ? 'All the days you had planned are over. Add new ones under Edit.' : <Rhythm cadence={cadence} />}
          </p>
        </div>
        {next ? <Coming council={council} occasion={next} /> : null}
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
          <Link to="/council/$councilId/meeting" params={{ councilId }} className={buttonLook('plain')}>
            Go to the meeting
          </Link>
          {ahead.length > 0 ? <MeetingFile councilId={councilId} /> : null}
        </div>
      </div>
      {ahead.length > 0 ? <OccasionList council={council} occasions={ahead} next={next?.on ?? ''} /> : null}
    </section>
  );
}

function When({ council: { cadence }, startsAt }: { council: Council; startsAt: Date }) {
  const format = useFormat();
  const { zone } = usePerson();
  const [here, there] = [format.dayTime(startsAt, zone), format.dayTime(startsAt, cadence.zone)];
  return (
    <>
      <p className="text-lg font-medium tabular-nums">
        {here}
        {here === there ? null : <span className="text-base font-normal text-ink-soft"> your time</span>}
      </p>
      {here === there ? null : (
        <p className="text-ink-soft tabular-nums">
          {there} in {format.place(cadence.zone)}
        </p>
      )}
    </>
  );
}

/** The meetings of the coming year, for a calendar. */
function MeetingFile({ councilId }: { councilId: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const load = () => client.fetchQuery({ ...trpc.meeting.calendar.queryOptions({ councilId }), staleTime: 0 });
  return <CalendarButton load={load}>Meetings for my calendar</CalendarButton>;
}

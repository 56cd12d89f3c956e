import { Card } from '../../components/card.tsx';
import { useFormat } from '../../lib/format.ts';
import { NoteList } from './note-list.tsx';
import type { MeetingPage, Past } from './use-meeting.ts';

const parts = [
  { kind: 'note', title: 'Notes' },
  { kind: 'plus', title: 'Plus' },
  { kind: 'delta', title: 'Delta' },
] as const;

/** The last meetings: when, and what was written down; of the check-in only my own number. */
export function PastList({ page }: { page: MeetingPage }) {
  const format = useFormat();
  if (page.past.length === 0) return null;
  return (
    <Card title="Earlier meetings" flush>
      <ul className="divide-y divide-line">
        {page.past.map((meeting, at) => (
          <li key={meeting.meetingId}>
            <details open={at === 0}>
              <summary className="min-h-11 cursor-pointer px-4 py-2.5 sm:px-5">
                {format.dayTime(meeting.startedAt)} <Own meeting={meeting} />
              </summary>
              <div className="flex flex-col gap-3 px-4 pb-4 sm:px-5">
                {meeting.notes.length === 0 ? <p className="text-ink-soft">Nothing was written down.</p> : null}
                {parts
                  .filter(({ kind }) => meeting.notes.some((note) => note.kind === kind))
                  .map(({ kind, title }) => (
                    <section key={kind}>
                      <h3 className="mb-1 text-sm font-medium text-ink-soft">{title}</h3>
                      <NoteList notes={meeting.notes} kind={kind} page={page} />
                    </section>
                  ))}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Own({ meeting }: { meeting: Past }) {
  const [mine] = meeting.pulses;
  return mine ? <span className="text-ink-soft">· you came in at {mine.value}</span> : null;
}

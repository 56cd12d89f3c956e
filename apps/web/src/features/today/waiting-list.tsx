import { groupWaiting, type Waiting, waitingLine } from '@parley/domain/notification/waiting';
import { Link } from '@tanstack/react-router';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Avatar } from '../../components/avatar.tsx';
import { useFormat } from '../../lib/format.ts';
import { placeOfItem } from '../../lib/item-place.ts';
import { partOfNegotiation } from '../../lib/rooms.ts';
import { untilInWords } from '../../lib/time/until.ts';

const row = 'flex min-h-12 items-center gap-3 px-4 py-2 text-ink hover:bg-sunken sm:px-5';
/** Of one act so many are shown at once; the others come at a press. */
const atOnce = 4;

/** What others, or time, expect of me, by what is to be done; each line leads to where it is done. */
export function WaitingList({ entries }: { entries: readonly Waiting[] }) {
  if (entries.length === 0) return <p className="px-4 py-4 text-ink-soft sm:px-5">Nothing waits for you.</p>;
  return (
    <div className="divide-y divide-line">
      {groupWaiting(entries).map(({ act, entries: same }) => (
        <section key={act} aria-label={act} className="py-1.5">
          <h3 className="px-4 pt-1.5 text-sm font-medium text-ink-soft sm:px-5">{act}</h3>
          <Lines entries={same.slice(0, atOnce)} />
          {same.length > atOnce ? (
            <details>
              <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-accent-strong sm:px-5">
                {same.length - atOnce} more
              </summary>
              <Lines entries={same.slice(atOnce)} />
            </details>
          ) : null}
        </section>
      ))}
    </div>
  );
}

function Lines({ entries }: { entries: readonly Waiting[] }) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={JSON.stringify(entry)}>
          <Way entry={entry} />
        </li>
      ))}
    </ul>
  );
}

/** Where it is answered, and what stands open there. */
function placeOf(entry: Waiting) {
  if (entry.what === 'charter') return { to: '/council/$councilId', params: { councilId: entry.councilId } } as const;
  if (entry.what === 'commitment') return { to: '/me' } as const;
  const { opportunityId } = entry;
  if (entry.what === 'mention') return placeOfItem(entry, { talk: entry.threadId });
  if (entry.what === 'deadline') return placeOfItem({ kind: 'offer', itemId: entry.offerId, opportunityId });
  if (entry.what === 'terms')
    return { to: partOfNegotiation, params: { opportunityId, part: 'terms' }, search: { of: entry.negotiationId } } as const;
  if ('rehearsalId' in entry) return { to: '/rehearsals/$rehearsalId', params: { rehearsalId: entry.rehearsalId } } as const;
  if ('roundId' in entry) return placeOfItem({ kind: 'round', itemId: entry.roundId, opportunityId });
  const reads = entry.what === 'read' || entry.what === 'reveal';
  return placeOfItem({ kind: 'debrief', itemId: entry.debriefId, opportunityId }, { reads });
}

function Way({ entry }: { entry: Waiting }) {
  const format = useFormat();
  const { who, words, about } = waitingLine(entry);
  const until = entry.what === 'counter' && entry.by !== null ? `by ${untilInWords(entry.by, format)}` : null;
  const when = entry.what === 'commitment' ? format.day(entry.dueOn) : until;
  return (
    <Link {...placeOf(entry)} className={row}>
      {who === null ? null : <Avatar name={who} size="small" />}
      <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
        <span className="min-w-0 break-words">
          {words}
          {about === '' ? null : <span className="text-ink-soft"> · {about}</span>}
        </span>
        {when ? <span className="text-ink-soft tabular-nums">{when}</span> : null}
      </span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
    </Link>
  );
}

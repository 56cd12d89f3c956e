import { type Waiting, waitingSentence } from '@parley/domain/notification/waiting';
import { Link } from '@tanstack/react-router';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useFormat } from '../../lib/format.ts';
import { placeOfItem } from '../../lib/item-place.ts';
import { partOfNegotiation } from '../../lib/rooms.ts';

const row = 'flex min-h-12 items-center justify-between gap-3 px-4 py-2 text-ink hover:bg-sunken sm:px-5';

/** What others, or time, expect of me; each line leads to where it is done. */
export function WaitingList({ entries }: { entries: readonly Waiting[] }) {
  if (entries.length === 0) return <p className="px-4 py-4 text-ink-soft sm:px-5">Nothing waits for you.</p>;
  return (
    <ul className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={keyOf(entry)}>
          <Way entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function keyOf(entry: Waiting): string {
  if (entry.what === 'charter') return `charter ${entry.councilId}`;
  if (entry.what === 'mention') return `mention ${entry.threadId}`;
  if (entry.what === 'deadline') return `deadline ${entry.offerId}`;
  if (entry.what === 'terms') return `terms ${entry.negotiationId}`;
  return `${entry.what} ${'roundId' in entry ? entry.roundId : entry.debriefId}`;
}

/** The room of the opportunity where it is answered, and what stands open in it. */
function placeOf(entry: Exclude<Waiting, { what: 'charter' }>) {
  const { opportunityId } = entry;
  if (entry.what === 'mention') return placeOfItem(entry, { talk: entry.threadId });
  if (entry.what === 'deadline') return placeOfItem({ kind: 'offer', itemId: entry.offerId, opportunityId });
  if (entry.what === 'terms')
    return { to: partOfNegotiation, params: { opportunityId, part: 'terms' }, search: { of: entry.negotiationId } } as const;
  if ('roundId' in entry) return placeOfItem({ kind: 'round', itemId: entry.roundId, opportunityId });
  const reads = entry.what === 'read' || entry.what === 'reveal';
  return placeOfItem({ kind: 'debrief', itemId: entry.debriefId, opportunityId }, { reads });
}

function Way({ entry }: { entry: Waiting }) {
  const format = useFormat();
  const by = entry.what === 'counter' && entry.by !== null ? `by ${format.dayTime(entry.by)}` : null;
  const words = (
    <>
      <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
        <span className="min-w-0">{waitingSentence(entry)}</span>
        {by ? <span className="text-ink-soft tabular-nums">{by}</span> : null}
      </span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
    </>
  );
  if (entry.what === 'charter')
    return (
      <Link to="/council/$councilId" params={{ councilId: entry.councilId }} className={row}>
        {words}
      </Link>
    );
  return (
    <Link {...placeOf(entry)} className={row}>
      {words}
    </Link>
  );
}

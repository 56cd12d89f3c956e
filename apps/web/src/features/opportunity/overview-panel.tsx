import { waitingLine } from '@parley/domain/notification/waiting';
import { Link } from '@tanstack/react-router';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Card } from '../../components/card.tsx';
import { partOfNegotiation, roomOf } from '../../lib/rooms.ts';
import { NextCard } from './next-card.tsx';
import { RoomFrame } from './room-panel.tsx';
import { CallList } from './tracking/call-list.tsx';
import { OpeningCard } from './tracking/opening-card.tsx';
import { PeopleCard } from './tracking/people-card.tsx';
import { SilenceCard } from './tracking/silence-card.tsx';
import { TimelinePanel } from './tracking/timeline-panel.tsx';
import { isShown, type PageParts, roomFor, rooms, usePage, useWaiting, type WaitingHere } from './use-room.ts';

const row = 'flex min-h-12 items-center justify-between gap-3 px-4 py-2 text-ink hover:bg-sunken sm:px-5';

/** The first room: what comes next, what waits here, who is who there, and how it went so far. */
export function OverviewPanel({ opportunityId }: { opportunityId: string }) {
  const { data: page } = usePage(opportunityId);
  if (!page) return null;
  const { own, header, hasTimeline } = page;
  return (
    <RoomFrame room="opportunity">
      <div className="flex flex-col gap-5">
        {own ? <NextCard {...own} /> : null}
        {own ? <SilenceCard {...own} /> : null}
        <WaitingHereList opportunityId={opportunityId} />
        {header.mine ? null : <SharedRooms page={page} />}
        {own ? <CallList {...own} /> : null}
        {own ? <PeopleCard {...own} /> : null}
        {own ? <OpeningCard {...own} /> : null}
        {hasTimeline ? (
          <Card title="Timeline" level={3}>
            <TimelinePanel opportunityId={opportunityId} own={own} />
          </Card>
        ) : null}
      </div>
    </RoomFrame>
  );
}

/** The letter's lines are confirmed in a part of their own; everything else in its room. */
function placeOf(entry: WaitingHere) {
  const { opportunityId } = entry;
  if (entry.what === 'terms') return { to: partOfNegotiation, params: { opportunityId, part: 'terms' } } as const;
  return { to: roomOf[roomFor(entry)], params: { opportunityId } } as const;
}

function WaitingHereList({ opportunityId }: { opportunityId: string }) {
  const waiting = useWaiting(opportunityId);
  if (waiting.length === 0) return null;
  return (
    <Card title="Waiting for you here" level={3} flush>
      <ul className="divide-y divide-line">
        {waiting.map((entry) => (
          <li key={`${entry.what} ${JSON.stringify(entry)}`}>
            <Link {...placeOf(entry)} className={row}>
              {waitingLine(entry).words}
              <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** For a reader: the rooms that have something for them. */
function SharedRooms({ page }: { page: PageParts }) {
  const { opportunityId, ownerName } = page.header;
  const shared = rooms.filter(({ room }) => room !== 'opportunity' && isShown(room, page));
  if (shared.length === 0) return null;
  return (
    <Card title={`What ${ownerName} shares with you`} level={3} flush>
      <ul className="divide-y divide-line">
        {shared.map(({ room, title }) => (
          <li key={room}>
            <Link to={roomOf[room]} params={{ opportunityId }} className={row}>
              {title}
              <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

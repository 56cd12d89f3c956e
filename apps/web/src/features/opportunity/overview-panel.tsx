import { waitingLine } from '@parley/domain/notification/waiting';
import { type Person, partName } from '@parley/domain/opportunity/opportunity';
import { Link } from '@tanstack/react-router';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import { Card } from '../../components/card.tsx';
import { MethodLink } from '../../components/method-link.tsx';
import { partOfNegotiation, roomOf } from '../../lib/rooms.ts';
import { NextCard } from './next-card.tsx';
import { RoomFrame } from './room-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
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
        <WaitingHereList opportunityId={opportunityId} />
        {header.mine ? null : <SharedRooms page={page} />}
        {own ? <People people={own.details.people} /> : null}
        {own ? <Posting {...own.details} /> : null}
        {hasTimeline ? (
          <Card title="Timeline" level={3}>
            <TimelinePanel opportunityId={opportunityId} />
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

/** Who is who there, and the one question for those who worked with them. */
function People({ people }: { people: readonly Person[] }) {
  return (
    <Card title="People there" level={3} flush>
      <ul className="divide-y divide-line border-b border-line empty:hidden">
        {people.map(({ id, part, name, contact, note }) => (
          <li key={id} className="px-4 py-2.5 wrap-anywhere sm:px-5">
            <span className="font-medium">{name || partName(part)}</span>
            {name ? <span className="text-ink-soft">{` · ${partName(part).toLowerCase()}`}</span> : null}
            {contact ? <span className="block text-sm">{contact}</span> : null}
            {note ? <span className="block text-sm text-ink-soft">{note}</span> : null}
          </li>
        ))}
      </ul>
      <p className="max-w-prose px-4 pt-2.5 pb-1 text-ink-soft sm:px-5">
        Ask somebody who worked with your manager to be: “Would you work with this person again?”{' '}
        <MethodLink hash="people">Asking people who know</MethodLink>
      </p>
    </Card>
  );
}

type PostingProps = { posting: string; level: string; source: string };

function Posting({ posting, level, source }: PostingProps) {
  if ([posting, level, source].every((text) => text === '')) return null;
  return (
    <Card title="The opening" level={3}>
      <dl className="grid grid-cols-[5rem_1fr] gap-x-4 gap-y-1">
        {level ? <Fact label="Level">{level}</Fact> : null}
        {source ? <Fact label="Source">{source}</Fact> : null}
      </dl>
      {posting ? (
        <details className="mt-2">
          <summary className="min-h-11 content-center font-medium">The posting as it was</summary>
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{posting}</p>
        </details>
      ) : null}
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}

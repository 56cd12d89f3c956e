import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { roomOf } from '../../lib/rooms.ts';
import { isShown, type PageParts, type Room, roomFor, rooms, useWaiting } from './use-room.ts';

const tab =
  'inline-flex h-11 items-center gap-1.5 border-b-2 border-transparent px-2 whitespace-nowrap text-ink-soft ' +
  'hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink sm:px-3';

/** The rooms of the opening; on a phone the strip scrolls sideways, and the room one is in is brought into sight. */
export function RoomList({ page }: { page: PageParts }) {
  const { opportunityId } = page.header;
  const strip = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const waiting = new Set<Room>(useWaiting(opportunityId).map(roomFor));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another current room, and marks that arrive move it.
  useEffect(() => {
    if (!strip.current) return undefined;
    const nav = strip.current;
    bringIntoSight(nav);
    // a phone that is turned has another width
    const watch = new ResizeObserver(() => bringIntoSight(nav));
    watch.observe(nav);
    return () => watch.disconnect();
  }, [path, waiting.size]);
  return (
    <nav
      ref={strip}
      aria-label="Rooms"
      className="relative h-11 overflow-x-auto overflow-y-hidden border-b border-line px-2 [scrollbar-width:none] sm:px-5"
    >
      <ul className="flex">
        {rooms
          .filter(({ room }) => isShown(room, page))
          .map(({ room, title }) => (
            <li key={room}>
              <Link
                to={roomOf[room]}
                params={{ opportunityId }}
                activeOptions={{ exact: room === 'opportunity', includeSearch: false }}
                className={tab}
              >
                {room === 'round' ? 'Rounds' : title}
                {waiting.has(room) ? <Mark /> : null}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Mark() {
  return (
    <>
      <span aria-hidden="true" className="size-1.5 rounded-full bg-accent" />
      <span className="sr-only">, something waits here</span>
    </>
  );
}

/** Only sideways and only within the strip: the page itself stays where it is. */
function bringIntoSight(strip: HTMLElement): void {
  const link = strip.querySelector('[aria-current=page]');
  if (!link) return;
  const { left, right } = link.getBoundingClientRect();
  const frame = strip.getBoundingClientRect();
  if (left < frame.left || right > frame.right) strip.scrollLeft += left - frame.left - (frame.width - (right - left)) / 2;
}

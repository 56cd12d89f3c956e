import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { isShown, type Room, titleOf, useArrival, usePage } from './use-room.ts';

export type PartProps = { opportunityId: string; mine: boolean; itemIds: string[] };

type Props = {
  opportunityId: string;
  room: Exclude<Room, 'opportunity' | 'backchannel'>;
  children: (part: PartProps) => ReactNode;
};

/** A room of an opening: its heading, and the panel of the noun that lives in it. */
export function RoomPanel({ opportunityId, room, children }: Props) {
  const { data } = usePage(opportunityId);
  if (!data) return null;
  const { header, parts } = data;
  return (
    <RoomFrame room={room}>
      {isShown(room, data) ? (
        children({ opportunityId, mine: header.mine, itemIds: parts[room] })
      ) : (
        <EmptyState title="None of this is shared with you.">{`${header.ownerName} decides who sees which part.`}</EmptyState>
      )}
    </RoomFrame>
  );
}

/** The landmark of a room with its heading. */
export function RoomFrame({ room, children }: { room: Room; children: ReactNode }) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const heading = useArrival(room);
  return (
    <section id={room} aria-labelledby={`${room}-title`}>
      <h2 ref={heading} id={`${room}-title`} data-arrived={path} tabIndex={-1} className="mb-3 w-fit rounded-sm text-lg">
        {titleOf(room)}
      </h2>
      {children}
    </section>
  );
}

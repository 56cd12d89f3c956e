import type { AppRouter } from '@parley/api/router';
import type { Waiting } from '@parley/domain/notification/waiting';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { inferRouterOutputs } from '@trpc/server';
import { createContext, type RefObject, use, useCallback, useEffect, useRef } from 'react';
import { roomOf } from '../../lib/rooms.ts';
import { useTRPC } from '../../lib/trpc.ts';

export type Room = keyof typeof roomOf;
export type PageParts = inferRouterOutputs<AppRouter>['opportunity']['page'];

/** The rooms of an opening, in the order of their tabs; the opening's own is the overview. */
export const rooms = [
  { room: 'opportunity', title: 'Overview' },
  { room: 'mission', title: 'Mission' },
  { room: 'debrief', title: 'Debriefs' },
  { room: 'offer', title: 'Offer' },
  { room: 'negotiation', title: 'Negotiation' },
  { room: 'round', title: 'Counter rounds' },
  { room: 'backchannel', title: 'Back-channel' },
] as const satisfies readonly { room: Room; title: string }[];

export const titleOf = (room: Room): string => rooms.find((one) => one.room === room)?.title ?? '';

/** A reader sees only the rooms in which something is shared with them; the owner sees every room, to begin in it. */
export function isShown(room: Room, { header, parts }: Pick<PageParts, 'header' | 'parts'>): boolean {
  // what insiders said is never shared
  if (room === 'backchannel') return header.mine;
  return room === 'opportunity' || header.mine || parts[room].length > 0;
}

/** The frame of the opening; in a room it is there already, and comes from memory. */
export function usePage(opportunityId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
}

/** An entry that waits in a room of an opening. */
export type WaitingHere = Extract<Waiting, { opportunityId: string }>;

/** What waits for me here, as it was last heard: the page asks for it on the way in, and not again for itself. */
export function useWaiting(opportunityId: string): WaitingHere[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.today.page.queryOptions(undefined, { enabled: false }));
  const mine = data?.waiting.filter((entry): entry is WaitingHere => 'opportunityId' in entry) ?? [];
  return mine.filter((entry) => entry.opportunityId === opportunityId);
}

/** The room in which a thing that waits is answered. */
export function roomFor(entry: WaitingHere): Room {
  if (entry.what === 'mention') return entry.kind;
  if (entry.what === 'deadline') return 'offer';
  if ('negotiationId' in entry) return 'negotiation';
  return 'roundId' in entry ? 'round' : 'debrief';
}

/** Tells the page that stays which room one is in now; answers whether one came from another. */
export const ArrivalContext = createContext<(room: Room) => boolean>(() => false);

/** The room that an address below an opening names. */
function roomAt(path: string): Room {
  const place = path.split('/')[3];
  return rooms.find(({ room }) => roomOf[room].split('/')[3] === place)?.room ?? 'opportunity';
}

/** Whether somebody who comes to a room was in another one: one counts as soon as its address is there, drawn or not. */
export function useArriving(): (room: Room) => boolean {
  const began = useLocation({ select: ({ pathname }) => roomAt(pathname) });
  const last = useRef(began);
  return useCallback((room) => {
    const before = last.current;
    last.current = room;
    return before !== room;
  }, []);
}

/** The heading of a room takes the focus when somebody comes from another room, so that the keyboard goes on in it. */
export function useArrival(room: Room): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrive = use(ArrivalContext);
  useEffect(() => {
    if (arrive(room)) heading.current?.focus({ preventScroll: true });
  }, [arrive, room]);
  return heading;
}

/** What was taken back, or deleted, is not kept for a room that it has left: it goes from memory with its lists. */
export function useForgetting({ header, parts }: Pick<PageParts, 'header' | 'parts'>): void {
  const client = useQueryClient();
  const held = useRef<string[]>([]);
  useEffect(() => {
    const ids = Object.values(parts).flat();
    const gone = held.current.filter((id) => !ids.includes(id));
    held.current = ids;
    if (gone.length === 0) return;
    const names = [header.opportunityId, ...gone];
    const isTheirs = (key: readonly unknown[]) => names.some((name) => JSON.stringify(key).includes(name));
    client.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => isTheirs(queryKey) });
  }, [client, header.opportunityId, parts]);
}

/** Keeps `--page-top` at the height of what is sticky at the top: panels stick below it. */
export function measurePageTop(node: HTMLElement | null): (() => void) | undefined {
  if (!node) return undefined;
  const page = document.documentElement.style;
  const watch = new ResizeObserver(() => page.setProperty('--page-top', `${node.getBoundingClientRect().height}px`));
  watch.observe(node);
  return () => {
    watch.disconnect();
    page.removeProperty('--page-top');
  };
}

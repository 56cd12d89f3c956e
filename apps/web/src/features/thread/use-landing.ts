import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { type Block, markName } from './use-thread-panel.ts';

/** How long a room may take to be drawn; what has not come by then is landed without. */
const patience = 4_000;

/** Calls `act` once with what `find` finds, now or as the page grows; with null when patience ends. Answers how to stop. */
function awaitPlace(find: () => HTMLElement | null, act: (found: HTMLElement | null) => void, most = patience): () => void {
  let over = false;
  const end = (found: HTMLElement | null) => {
    if (over) return;
    over = true;
    watch.disconnect();
    clearTimeout(timer);
    act(found);
  };
  const look = () => {
    const found = find();
    if (found) end(found);
  };
  const watch = new MutationObserver(look);
  const timer = setTimeout(() => end(null), most);
  watch.observe(document.body, { childList: true, subtree: true });
  // the router has put the page to its top by then
  requestAnimationFrame(look);
  return () => {
    over = true;
    watch.disconnect();
    clearTimeout(timer);
  };
}

function findWords({ itemId, blockId, threadId }: Block): HTMLElement | null {
  const quoted = document.querySelector<HTMLElement>(`mark[data-quote~="${CSS.escape(threadId ?? '')}"]`);
  return quoted ?? document.querySelector<HTMLElement>(`[data-thread-mark="${CSS.escape(markName({ itemId, blockId }))}"]`);
}

/** In these rooms each item stands for itself; in the others it is the room. */
const several = /\/(debriefs|offer|rounds|backchannel)$/;

function findItem(path: string, itemId: string): HTMLElement | null {
  return several.test(path) ? document.getElementById(`item-${itemId}`) : document.querySelector('h2[data-arrived]');
}

/** The part that an address names: the whole, its sealed reads, its act of sharing, or one of its lines by its id. */
function findPart(path: string, itemId: string, at: string): HTMLElement | null {
  if (at === 'item') return findItem(path, itemId);
  if (at === 'reads') return document.getElementById(`reads-${itemId}`) ?? findItem(path, itemId);
  if (at === 'share') return document.querySelector('main [data-share]');
  return document.querySelector(`[data-thread-mark="${CSS.escape(markName({ itemId, blockId: at }))}"]`);
}

function arriveAt(part: HTMLElement | null, at: string): void {
  if (!part) return;
  if (part.tabIndex < 0) part.tabIndex = -1;
  part.scrollIntoView({ block: part.matches('h2') ? 'nearest' : at === 'item' || at === 'reads' ? 'start' : 'center' });
  part.focus({ preventScroll: true });
  if (at === 'share') part.click();
}

/** Who has arrived at a conversation has seen what the notices say of it. */
function useSeen(): (threadId: string) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutate } = useMutation(trpc.notification.markSeen.mutationOptions());
  return useCallback(
    (threadId) => {
      const asked = client.fetchQuery(trpc.today.notices.queryOptions());
      void asked.then(
        ({ notices }) => {
          const ids = notices.filter((one) => !one.seen && one.threadId === threadId).map(({ id }) => id);
          if (ids.length > 0) mutate({ ids });
        },
        () => undefined,
      );
    },
    [client, trpc, mutate],
  );
}

/**
 * Lands where a link leads: at a conversation, which opens beside its words, or at a part of the page. Then the address
 * says it no more. Answers whether the conversation is not to be found.
 */
export function useLanding(path: string, open: (place: Block) => void): boolean {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const seen = useSeen();
  const { on: itemId, talk: threadId, at } = useSearch({ strict: false });
  const asked = itemId !== undefined && threadId !== undefined;
  const { data } = useQuery(trpc.thread.list.queryOptions({ itemId: itemId ?? '' }, { enabled: asked }));
  const thread = asked ? data?.threads.find((one) => one.threadId === threadId) : undefined;
  const { blockId, label } = thread ?? {};
  useEffect(() => {
    const arrived = () =>
      void navigate({
        to: '.',
        search: (now) => ({ ...now, talk: undefined, at: undefined }),
        replace: true,
        resetScroll: false,
      });
    if (at !== undefined)
      return awaitPlace(
        () => findPart(path, itemId ?? '', at),
        (part) => {
          arriveAt(part, at);
          arrived();
        },
        // who asked for the act waits for it
        at === 'share' ? 4 * patience : patience,
      );
    if (itemId === undefined || blockId === undefined || label === undefined || threadId === undefined) return undefined;
    const place = { itemId, blockId, label, threadId };
    return awaitPlace(
      () => findWords(place),
      (words) => {
        words?.scrollIntoView({ block: 'center' });
        open(place);
        seen(threadId);
        arrived();
      },
    );
  }, [path, at, itemId, threadId, blockId, label, open, navigate, seen]);
  // a shared offer is opened first, and that is recorded
  return asked && data !== undefined && !thread && !path.endsWith('/offer');
}

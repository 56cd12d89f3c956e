import type { AppRouter } from '@parley/api/router';
import { bundleNotices, listSeenByShowing } from '@parley/domain/notification/bundle';
import { useMutation } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTRPC } from '../../lib/trpc.ts';

export type Entry = inferRouterOutputs<AppRouter>['today']['notices']['notices'][number];

/** How long a line stands on the screen until it counts as seen. */
const glance = 1_200;

/** What this window has marked: a list that is drawn from memory does not call it new again. */
const marked = new Set<string>();

/**
 * Bundles that stay as they were found: what was new when the list was opened is drawn as new until it is left, or until
 * it is put away by a press.
 */
export function useBundles(entries: readonly Entry[]) {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(() => new Set());
  const [away, setAway] = useState<ReadonlySet<string>>(() => new Set(marked));
  const added = entries.filter(({ id, seen }) => !seen && !fresh.has(id) && !away.has(id)).map(({ id }) => id);
  if (added.length > 0) setFresh(new Set([...fresh, ...added]));
  const putAway = useCallback((ids: readonly string[]) => setAway((before) => new Set([...before, ...ids])), []);
  return useMemo(
    () => ({
      drawn: bundleNotices(entries.map((one) => ({ ...one, seen: away.has(one.id) || (one.seen && !fresh.has(one.id)) }))),
      unseen: bundleNotices(entries.filter(({ seen }) => !seen)),
      putAway,
    }),
    [entries, fresh, away, putAway],
  );
}

/** Marks as seen: `mark` at once, and by `watch` what only tells something, once its line has stood on the screen. */
export function useSeen(unseen: ReturnType<typeof useBundles>['unseen']) {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.notification.markSeen.mutationOptions());
  const telling = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    telling.current = new Set(listSeenByShowing(unseen));
  }, [unseen]);
  const mark = useCallback(
    (ids: readonly string[]) => {
      if (ids.length === 0) return;
      for (const id of ids) marked.add(id);
      mutate({ ids: ids.slice(0, 100) });
    },
    [mutate],
  );
  const shown = useCallback((ids: readonly string[]) => mark(ids.filter((id) => telling.current.has(id))), [mark]);
  return { mark, watch: useWatch(shown) };
}

/** A ref for each line: `shown` is told the ids on it once they have been looked at. Without eyes for it, at once. */
function useWatch(shown: (ids: readonly string[]) => void) {
  return useCallback(
    (line: HTMLElement | null) => {
      if (!line) return undefined;
      const ids = (line.dataset.notices ?? '').split(' ');
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (visible: boolean) => {
        clearTimeout(timer);
        if (visible) timer = setTimeout(() => document.visibilityState !== 'hidden' && shown(ids), glance);
      };
      const eye = new IntersectionObserver((seen) => look(seen.some(({ isIntersecting }) => isIntersecting)), { threshold: 0.6 });
      eye.observe(line);
      return () => {
        clearTimeout(timer);
        eye.disconnect();
      };
    },
    [shown],
  );
}

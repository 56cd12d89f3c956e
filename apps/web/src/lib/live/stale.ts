import type { News } from '@parley/domain/stream/stream';
import type { Query, QueryClient } from '@tanstack/react-query';
import { isOwnPress, staleAfter } from './own-acts.ts';

type Key = readonly unknown[];

const isOf = (path: string, names: readonly string[]) => names.some((name) => path === name || path.startsWith(`${name}.`));

/** `thread.list` of the key that tRPC gives a query or a mutation. */
export function pathOf(key: Key | undefined): string {
  const [path] = key ?? [];
  return Array.isArray(path) ? path.join('.') : '';
}

/** The ids that a query was asked with. */
function idsOf(key: Key): string[] {
  const [, options] = key;
  const input: unknown = typeof options === 'object' && options !== null ? Reflect.get(options, 'input') : undefined;
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => (/Id$/.test(name) && typeof value === 'string' ? [value] : []));
}

/** Whether what a query has read may be old: by its name alone, or by its name and what it is about. */
export function isStale(key: Key, { everything, changes }: News): boolean {
  const path = pathOf(key);
  if (path === '') return false;
  if (everything) return true;
  const ids = idsOf(key);
  return changes.some(
    (change) =>
      isOf(path, change.also) || (isOf(path, change.here) && (ids.length === 0 || ids.some((id) => change.ids.includes(id)))),
  );
}

/** The news of an act of this window's own, from what its answer has said. */
export function newsOf(key: Key | undefined): News {
  const names = staleAfter(pathOf(key));
  return { everything: names.includes('*'), changes: [{ ids: [], here: [], also: names, press: null }] };
}

/** What others did, and I elsewhere: without what this window did itself. */
export function withoutOwn(news: News): News {
  return { ...news, changes: news.changes.filter(({ press }) => press === null || !isOwnPress(press)) };
}

const isSeen = () => globalThis.document?.visibilityState !== 'hidden';

/** Reads again what is on the screen and may be old; what is not, and all while nobody looks, when it is looked at next. */
export async function refresh(client: QueryClient, news: News): Promise<void> {
  if (!news.everything && news.changes.length === 0) return;
  const isOld = ({ queryKey }: { queryKey: Key }) => isStale(queryKey, news);
  // A first answer that is under way was perhaps asked for before the change, and nothing cancels it: it is asked for again.
  const under = client.getQueryCache().findAll({ predicate: isOld, fetchStatus: 'fetching' });
  const first = new Set(under.filter(({ state }) => state.data === undefined));
  await invalidate(client, isOld);
  if (first.size === 0) return;
  await Promise.allSettled([...first].map(async ({ promise }) => promise));
  await invalidate(client, (query) => first.has(query));
}

function invalidate(client: QueryClient, predicate: (query: Query) => boolean): Promise<void> {
  return client.invalidateQueries({ predicate, refetchType: isSeen() ? 'active' : 'none' });
}

/** When somebody comes back to the window: what was missed meanwhile, and nothing else. */
export function refreshMissed(client: QueryClient): void {
  if (isSeen()) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.isInvalidated });
}

/** Shows other people's words and figures: gone from the screen when the session is. What is typed stays. */
const others = [
  'thread',
  'council',
  'checklist',
  'help',
  'commitment.shown',
  'meeting',
  'invitation',
  'round',
  'today',
  'share.listShared',
  'opportunity.list',
];

/** At the end of a session: what others wrote leaves memory and screen; of an opening that is not mine, everything. */
export function forgetOthers(client: QueryClient): void {
  const pages = client.getQueryCache().findAll({ predicate: ({ queryKey }) => pathOf(queryKey) === 'opportunity.page' });
  const theirs = pages.some((page) => page.isActive() && !isMine(page.state.data));
  const goes = (path: string) => isOf(path, others) || (theirs && path !== 'identity.me');
  for (const query of client.getQueryCache().findAll({ predicate: ({ queryKey }) => goes(pathOf(queryKey)) }))
    query.setState({ data: undefined, status: 'pending' });
  client.removeQueries({ type: 'inactive' });
}

function isMine(page: unknown): boolean {
  const header: unknown = typeof page === 'object' && page !== null ? Reflect.get(page, 'header') : null;
  return typeof header === 'object' && header !== null && Reflect.get(header, 'mine') === true;
}

import type { Order } from '@parley/domain/opportunity/board';
import { createFileRoute } from '@tanstack/react-router';
import { BoardPage } from '../../features/opportunity/board-page.tsx';

type Search = {
  view?: 'list' | undefined;
  order?: Order | undefined;
  ascending?: false | undefined;
  words?: string | undefined;
  tag?: string | undefined;
  show?: 'silent' | 'archived' | undefined;
  /** What a phone shared with Parley: an address or a posting. */
  add?: string | undefined;
};

// Written out, because what a route's address needs is in the first load, and the domain's file is not.
const shows = ['silent', 'archived'] as const;
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const orders: readonly Order[] = ['company', 'role', 'stage', 'since', 'next'];

export const Route = createFileRoute('/opportunities/')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    view: search.view === 'list' ? 'list' : undefined,
    order: orders.find((order) => order === search.order),
    ascending: search.ascending === false ? false : undefined,
    words: textOf(search.words),
    tag: textOf(search.tag),
    show: shows.find((show) => show === search.show),
    // a phone shares a title, words and an address, each under this name
    add: textOf([search.add].flat().join('\n')),
  }),
  component: OpportunitiesScreen,
});

function OpportunitiesScreen() {
  const { view = 'board', order = 'stage', ascending = true, words = '', tag = null, show = 'live', add } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <BoardPage
      view={{ view, order, ascending, words, tag, show }}
      pasted={add}
      onPasted={() => void navigate({ search: (before) => ({ ...before, add: undefined }), replace: true })}
      onView={(next) =>
        void navigate({
          search: {
            view: next.view === 'list' ? 'list' : undefined,
            order: next.order,
            ascending: next.ascending ? undefined : false,
            words: next.words === '' ? undefined : next.words,
            tag: next.tag ?? undefined,
            show: next.show === 'live' ? undefined : next.show,
          },
          replace: true,
        })
      }
    />
  );
}

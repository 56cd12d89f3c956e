import type { Order } from '@parley/domain/opportunity/board';
import { createFileRoute } from '@tanstack/react-router';
import { BoardPage } from '../../features/opportunity/board-page.tsx';

type Search = { view?: 'list' | undefined; order?: Order | undefined; ascending?: false | undefined };

// Written out, because what a route's address needs is in the first load, and the domain's file is not.
const orders: readonly Order[] = ['company', 'role', 'stage', 'since', 'next'];

export const Route = createFileRoute('/opportunities/')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    view: search.view === 'list' ? 'list' : undefined,
    order: orders.find((order) => order === search.order),
    ascending: search.ascending === false ? false : undefined,
  }),
  component: OpportunitiesScreen,
});

function OpportunitiesScreen() {
  const { view = 'board', order = 'stage', ascending = true } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <BoardPage
      view={{ view, order, ascending }}
      onView={(next) =>
        void navigate({
          search: {
            view: next.view === 'list' ? 'list' : undefined,
            order: next.order,
            ascending: next.ascending ? undefined : false,
          },
          replace: true,
        })
      }
    />
  );
}

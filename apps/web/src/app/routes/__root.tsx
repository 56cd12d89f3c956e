import { createRootRouteWithContext, Outlet, useMatches } from '@tanstack/react-router';
import { retryPassing } from '../../lib/query.ts';
import { Guard } from '../guard.tsx';
import { Layout } from '../layout.tsx';
import type { RouterContext } from '../router.tsx';

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
  // Asked for before the page is drawn, so that it travels in one batch with the page's own question.
  beforeLoad: ({ context, matches }) => {
    if (matches.some(({ staticData }) => staticData.open)) return;
    const me = context.trpc.identity.me.queryOptions();
    void context.queryClient.prefetchQuery({ ...me, staleTime: 60_000, retry: retryPassing });
  },
});

function Root() {
  const open = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.open) });
  if (open) return <Outlet />;
  return (
    <Guard>
      <Layout>
        <Outlet />
      </Layout>
    </Guard>
  );
}

import type { AppRouter } from '@parley/api/router';
import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { lazy } from 'react';
import { Skeleton } from '../components/feedback/skeleton.tsx';
import { routeTree } from '../route-tree.gen.ts';

const PageFailure = lazy(() => import('./failure-page.tsx').then((file) => ({ default: file.PageFailure })));
const MissingPage = lazy(() => import('./failure-page.tsx').then((file) => ({ default: file.MissingPage })));

/** What every route's loader can reach. */
export type RouterContext = { queryClient: QueryClient; trpc: TRPCOptionsProxy<AppRouter> };

/** The router of a window. */
export function makeRouter(context: RouterContext, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context,
    ...(history ? { history } : {}),
    defaultPreload: 'intent',
    // React Query decides how long something is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: true,
  });
}

function PendingPage() {
  return (
    <div className="mx-auto w-full max-w-column px-4 py-8 sm:px-8">
      <Skeleton lines={6} />
    </div>
  );
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }

  interface StaticDataRouteOption {
    /** Can be opened by somebody who has not signed in. */
    open?: boolean;
  }
}

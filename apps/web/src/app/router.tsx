import type { AppRouter } from '@parley/api/router';
import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { lazy } from 'react';
import { SkeletonPage } from '../components/feedback/skeleton.tsx';
import { routeTree } from '../route-tree.gen.ts';

const PageFailure = lazy(() => import('./failure-page.tsx').then((file) => ({ default: file.PageFailure })));
const MissingPage = lazy(() => import('./failure-page.tsx').then((file) => ({ default: file.MissingPage })));

/** What every route's loader can reach. */
export type RouterContext = { queryClient: QueryClient; trpc: TRPCOptionsProxy<AppRouter> };

/** Where a window is, if not at the address line; below which address; whether it knows how far one had scrolled. */
export type Place = { history?: RouterHistory; basepath?: string; scrollRestoration?: boolean };

/** The router of a window. */
export function makeRouter(context: RouterContext, place?: Place) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    // React Query decides how long something is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: SkeletonPage,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: true,
    ...place,
  });
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

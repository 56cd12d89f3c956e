import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { Failed } from '../components/feedback/failed.tsx';
import { SkeletonPage } from '../components/feedback/skeleton.tsx';
import { Page } from '../components/page.tsx';
import { failureOf } from '../lib/failure.ts';
import { type Person, PersonContext } from '../lib/person.ts';
import { useTRPC } from '../lib/trpc.ts';

/** Shows its children to a signed-in person only, and tells them who that is. */
export function Guard({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const location = useLocation();
  const me = useQuery({ ...trpc.identity.me.queryOptions(), staleTime: 60_000, throwOnError: false });
  const person = useMemo((): Person | null => {
    if (!me.data) return null;
    const { id, displayName, email, locale, timeZone, currency } = me.data;
    return { id, name: displayName, email, locale, zone: timeZone, currency };
  }, [me.data]);
  // A session that ends later leaves the page where it is: the layout asks for the password over it.
  if (person) return <PersonContext value={person}>{children}</PersonContext>;
  // Already on the way there: the address changes before the page does, and going again would never end.
  if (me.isPending || location.pathname === '/sign-in') return <SkeletonPage what="your account" />;
  if (failureOf(me.error).code === 'UNAUTHORIZED') {
    const then = location.href === '/' ? undefined : location.href;
    return <Navigate to="/sign-in" search={{ then }} replace />;
  }
  return (
    <main>
      <Page title="Parley">
        <Failed error={me.error} what="your account" retry={() => void me.refetch()} />
      </Page>
    </main>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { Failed } from '../components/feedback/failed.tsx';
import { Skeleton } from '../components/feedback/skeleton.tsx';
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
  if (me.isPending) return <Waiting />;
  // Already on the way there: the address changes before the page does, and going again would never end.
  if (location.pathname === '/sign-in') return <Waiting />;
  if (failureOf(me.error).code === 'UNAUTHORIZED') {
    const then = location.href === '/' ? undefined : location.href;
    return <Navigate to="/sign-in" search={{ then }} replace />;
  }
  return (
    <main className="mx-auto max-w-column px-4 py-10">
      <h1 className="sr-only">Parley</h1>
      <Failed error={me.error} what="your account" retry={() => void me.refetch()} />
    </main>
  );
}

function Waiting() {
  return (
    <div className="mx-auto max-w-column px-4 py-10">
      <Skeleton lines={5} what="your account" />
    </div>
  );
}

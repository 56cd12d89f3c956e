import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page.tsx';
import { ThemeSwitch } from '../../components/theme-switch.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionList } from './session-list.tsx';
import { SignOut } from './sign-out-dialog.tsx';

const SecurityPanel = lazy(() => import('./security/security-panel.tsx').then((file) => ({ default: file.SecurityPanel })));

/** Settings of the person: profile, looks, ways in, sessions. `children`: what other nouns tell only them; `end`: how to go. */
export function MePage({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions());
  return (
    <Page title="Me" lead={me.data?.email} action={<SignOut />}>
      {children}
      <Card title="Profile">
        {me.isPending ? <Skeleton what="your profile" /> : null}
        {me.isError ? <Failed error={me.error} what="your profile" retry={() => void me.refetch()} /> : null}
        {me.data ? <ProfileForm key={me.data.rev} account={me.data} /> : null}
      </Card>
      <Card title="Colours">
        <div className="max-w-panel">
          <ThemeSwitch />
        </div>
      </Card>
      <Card title="Password">
        <PasswordForm email={me.data?.email ?? ''} />
      </Card>
      <Suspense fallback={<Skeleton lines={4} what="passkeys and codes" />}>
        <SecurityPanel />
      </Suspense>
      <SessionList />
      {end}
    </Page>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Chip } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useFarewell } from './use-entry.ts';
import { sayUnsent, useUnsent } from './use-unsent.ts';

/** Where this person is signed in, and the way to end each or all of it. */
export function SessionList() {
  const trpc = useTRPC();
  const sessions = useQuery(trpc.identity.sessions.queryOptions());
  return (
    <Card title="Where you are signed in" flush>
      {sessions.isPending ? (
        <div className="px-5 py-4">
          <Skeleton lines={2} what="your sessions" />
        </div>
      ) : null}
      {sessions.isError ? <Failed error={sessions.error} what="your sessions" retry={() => void sessions.refetch()} /> : null}
      <ul className="divide-y divide-line">
        {sessions.data?.map((session) => (
          <SessionRow key={session.sessionId} session={session} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-t border-line px-4 py-4 sm:px-5">
        {sessions.data && sessions.data.length > 1 ? <Others /> : null}
        <Everywhere />
      </div>
    </Card>
  );
}

type Session = { sessionId: string; device: string; createdAt: string; seenAt: string; current: boolean };

function SessionRow({ session }: { session: Session }) {
  const trpc = useTRPC();
  const format = useFormat();
  const end = useMutation(trpc.identity.endSession.mutationOptions());
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <MonitorSmartphone aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{session.device}</p>
        <p className="text-sm text-ink-soft">
          Since {format.instant(session.createdAt)},{' '}
          {session.current ? 'in use now' : `last used ${format.relative(session.seenAt)}`}
        </p>
        {end.isError ? <FormFailure failure={failureOf(end.error)} /> : null}
      </div>
      {session.current ? (
        <Chip tone="accent">This device</Chip>
      ) : (
        <Button
          onClick={() => end.mutate({ sessionId: session.sessionId })}
          pending={end.isPending}
          aria-label={`End the session of ${session.device}`}
        >
          End
        </Button>
      )}
    </li>
  );
}

function Others() {
  const trpc = useTRPC();
  const end = useMutation(trpc.identity.endOthers.mutationOptions());
  return (
    <>
      <Button onClick={() => end.mutate()} pending={end.isPending}>
        Sign out on all other devices
      </Button>
      {end.isError ? <FormFailure failure={failureOf(end.error)} /> : null}
    </>
  );
}

function Everywhere() {
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const farewell = useFarewell();
  const unsent = useUnsent(asking);
  const everywhere = useMutation(trpc.identity.signOutEverywhere.mutationOptions({ onSuccess: farewell }));
  return (
    <>
      <Button onClick={() => setAsking(true)}>Sign out everywhere</Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Sign out everywhere"
        consequence={`You will be signed out on every device, this one included.${sayUnsent(unsent)}`}
        act="Sign out everywhere"
        onAct={() => everywhere.mutate()}
        pending={everywhere.isPending}
        error={everywhere.isError ? <FormFailure failure={failureOf(everywhere.error)} /> : null}
      />
    </>
  );
}

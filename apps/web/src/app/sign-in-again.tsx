import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Dialog } from '../components/overlay/dialog.tsx';
import { SignInForm } from '../features/identity/sign-in-form.tsx';
import { forgetOthers } from '../lib/live/stale.ts';
import { usePerson } from '../lib/person.ts';
import { useTRPC } from '../lib/trpc.ts';

/** The session ended while something was open: asks the person to sign in over it, so that nothing typed is lost. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const person = usePerson();
  // also where no stream has told it: what others wrote leaves memory and screen
  useEffect(() => forgetOthers(queryClient), [queryClient]);
  const goOn = async () => {
    const me = await queryClient.fetchQuery({ ...trpc.identity.me.queryOptions(), staleTime: 0 });
    // Somebody else at this browser must not find what the first person had open.
    if (me.id !== person.id) return window.location.assign('/');
    onDone();
    await queryClient.invalidateQueries();
  };
  return (
    <Dialog veiled open onClose={() => window.location.assign('/sign-in')} title="Your session has ended">
      <div className="flex flex-col gap-4">
        <p>
          It ran out, or was ended from another of your devices. Sign in again to carry on where you left off: what you typed is
          still here.
        </p>
        <SignInForm again email={person.email} onDone={() => void goOn()} />
      </div>
    </Dialog>
  );
}

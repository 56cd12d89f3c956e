import { useMutation } from '@tanstack/react-query';
import LogOut from 'lucide-react/icons/log-out';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { listUnsent } from '../../lib/unsent.ts';
import { useFarewell } from './use-entry.ts';
import { sayUnsent, useUnsent } from './use-unsent.ts';

/** Signs out: at once where nothing typed would be lost, else after a word of what would be. */
export function SignOut() {
  const trpc = useTRPC();
  const { id } = usePerson();
  const [asking, setAsking] = useState(false);
  const farewell = useFarewell();
  const signOut = useMutation(trpc.identity.signOut.mutationOptions({ onSuccess: farewell }));
  const unsent = useUnsent(asking);
  const begin = () => {
    if (listUnsent(globalThis.localStorage, id).length > 0) setAsking(true);
    else signOut.mutate();
  };
  const failure = signOut.isError ? <FormFailure failure={failureOf(signOut.error)} /> : null;
  return (
    <>
      <Button icon={<LogOut aria-hidden="true" />} onClick={begin} pending={signOut.isPending}>
        Sign out
      </Button>
      {asking ? null : failure}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Sign out"
        consequence={sayUnsent(unsent).trim()}
        act="Sign out and delete it"
        onAct={() => signOut.mutate()}
        pending={signOut.isPending}
        error={failure}
      />
    </>
  );
}

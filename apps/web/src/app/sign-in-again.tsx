import { SignIn } from '@parley/domain/identity/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/form/field.tsx';
import { FormFailure } from '../components/form/form-failure.tsx';
import { Dialog } from '../components/overlay/dialog.tsx';
import { useParleyForm } from '../lib/form.ts';
import { forgetOthers } from '../lib/live/stale.ts';
import { usePerson } from '../lib/person.ts';
import { useTRPC } from '../lib/trpc.ts';

/** The session ended while something was open: asks for the password over it, so that nothing typed is lost. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const person = usePerson();
  // also where no stream has told it: what others wrote leaves memory and screen
  useEffect(() => forgetOthers(queryClient), [queryClient]);
  const signIn = useMutation(trpc.identity.signIn.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: SignIn,
    defaultValues: { email: person.email, password: '' },
  });
  const goOn = async () => {
    const me = await queryClient.fetchQuery({ ...trpc.identity.me.queryOptions(), staleTime: 0 });
    // Somebody else at this browser must not find what the first person had open.
    if (me.id !== person.id) return window.location.assign('/');
    onDone();
    await queryClient.invalidateQueries();
  };
  const { errors } = form.formState;
  return (
    <Dialog open onClose={() => window.location.assign('/sign-in')} title="Your session has ended">
      <form noValidate onSubmit={submit(signIn.mutateAsync, () => void goOn())} className="flex flex-col gap-4">
        <p>Sign in again to carry on where you left off. What you typed is still here.</p>
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          {...form.register('email')}
          error={errors.email?.message}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          {...form.register('password')}
          error={errors.password?.message}
        />
        <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
        <div>
          <Button type="submit" kind="primary" pending={signIn.isPending}>
            Sign in
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { SignIn } from '@parley/domain/identity/input';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import KeyRound from 'lucide-react/icons/key-round';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { knowsPasskeys, useShowPasskey } from '../../components/form/use-self.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useFreshStart } from './use-entry.ts';

export type SignInFormProps = {
  /** An invitation's address: shown, not editable. Of who was signed in `again`, only a guess. */
  email?: string | undefined;
  /** Over a page that stays: nothing that it shows is forgotten. */
  again?: boolean;
  onDone: () => void;
};

/** Address and password, then the code of who has set up an app; or a passkey alone. */
export function SignInForm({ email, again = false, onDone }: SignInFormProps) {
  const trpc = useTRPC();
  const freshStart = useFreshStart();
  const [asksCode, setAsksCode] = useState(false);
  const signIn = useMutation(trpc.identity.signIn.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: SignIn,
    defaultValues: { email: email ?? '', password: '' },
  });
  const { isSubmitting } = form.formState;
  const enter = () => {
    if (!again) freshStart();
    onDone();
  };
  const done = (result: { done: boolean }) => {
    if (result.done) enter();
    else setAsksCode(true);
  };
  return (
    <div className="flex max-w-dialog flex-col gap-4">
      <form noValidate onSubmit={submit(signIn.mutateAsync, done)} className="flex flex-col gap-4">
        <Fields form={form} fixed={email !== undefined && !again} asksCode={asksCode} />
        <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
        <div>
          <Button type="submit" kind="primary" pending={isSubmitting}>
            Sign in
          </Button>
        </div>
      </form>
      {knowsPasskeys() ? <ByPasskey onDone={enter} /> : null}
      {again ? null : (
        <p>
          <Link to="/reset" className="text-accent underline">
            Forgot your password?
          </Link>
        </p>
      )}
    </div>
  );
}

type FieldsProps = {
  form: UseFormReturn<z.input<typeof SignIn>, unknown, z.output<typeof SignIn>>;
  fixed: boolean;
  asksCode: boolean;
};

function Fields({ form: { register, formState }, fixed, asksCode }: FieldsProps) {
  const { errors } = formState;
  return (
    <>
      <TextField
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={fixed}
        {...register('email')}
        error={errors.email?.message}
      />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        {...register('password')}
        error={errors.password?.message}
      />
      {asksCode ? (
        <TextField
          label="Code"
          hint="The six digits that your app shows now, or one of your recovery codes."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          {...register('code')}
          error={errors.code?.message}
        />
      ) : null}
    </>
  );
}

function ByPasskey({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const show = useShowPasskey();
  const enter = useMutation(trpc.passkey.enter.mutationOptions());
  const both = useMutation({ mutationFn: async () => enter.mutateAsync({ passkey: await show() }), onSuccess: onDone });
  return (
    <div className="flex flex-col items-start gap-3">
      <Button icon={<KeyRound aria-hidden="true" />} pending={both.isPending} onClick={() => both.mutate()}>
        Sign in with a passkey
      </Button>
      {both.isError ? <FormFailure failure={failureOf(both.error)} /> : null}
    </div>
  );
}

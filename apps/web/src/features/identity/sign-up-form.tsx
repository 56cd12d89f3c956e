import { SignUp } from '@parley/domain/identity/input';
import { useMutation } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { guessPerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useFreshStart } from './use-entry.ts';

export type SignUpFormProps = {
  /** An invitation's address: shown, not editable. */
  email?: string | undefined;
  onDone: () => void;
};

/** A new account; signing in follows at once. Whether the address was known shows only to who knows its password. */
export function SignUpForm({ email, onDone }: SignUpFormProps) {
  const trpc = useTRPC();
  const freshStart = useFreshStart();
  const signUp = useMutation(trpc.identity.signUp.mutationOptions());
  const signIn = useMutation(trpc.identity.signIn.mutationOptions());
  const { locale, zone, currency } = guessPerson();
  const { form, submit, failure } = useParleyForm({
    schema: SignUp,
    defaultValues: { email: email ?? '', displayName: '', password: '', locale, timeZone: zone, currency },
  });
  const { isSubmitting } = form.formState;
  const enter = async (input: z.infer<typeof SignUp>) => {
    await signUp.mutateAsync(input);
    return signIn.mutateAsync({ email: input.email, password: input.password });
  };
  const done = (entered: { done: boolean }) => {
    if (!entered.done) return;
    freshStart();
    onDone();
  };
  return (
    <form noValidate onSubmit={submit(enter, done)} className="flex max-w-dialog flex-col gap-4">
      <Fields form={form} fixed={email !== undefined} />
      {signIn.data?.done === false || (signIn.isError && failure?.code === 'BAD_REQUEST') ? (
        <Notice tone="warn" title="We could not sign you in with this address and password.">
          If you already have an account with this address, sign in with its password.
        </Notice>
      ) : null}
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <div>
        <Button type="submit" kind="primary" pending={isSubmitting}>
          Sign up
        </Button>
      </div>
      <p className="text-sm text-ink-soft">
        Times are shown for {zone.replaceAll('_', ' ')}, amounts in {currency}. You can change that under Me.
      </p>
    </form>
  );
}

type FieldsProps = { form: UseFormReturn<z.input<typeof SignUp>, unknown, z.output<typeof SignUp>>; fixed: boolean };

function Fields({ form: { register, formState }, fixed }: FieldsProps) {
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
        hint={fixed ? 'The invitation is for this address.' : undefined}
        {...register('email')}
        error={errors.email?.message}
      />
      <TextField
        label="Your name"
        hint="As your council will see it."
        autoComplete="nickname"
        {...register('displayName')}
        error={errors.displayName?.message}
      />
      <PasswordField
        label="Password"
        hint="At least 10 characters. A short sentence works well."
        autoComplete="new-password"
        {...register('password')}
        error={errors.password?.message}
      />
    </>
  );
}

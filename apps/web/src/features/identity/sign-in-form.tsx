import { SignIn } from '@parley/domain/identity/input';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useFreshStart } from './use-entry.ts';

export type SignInFormProps = {
  /** An invitation's address: shown, not editable. */
  email?: string | undefined;
  onDone: () => void;
};

/** Address and password. */
export function SignInForm({ email, onDone }: SignInFormProps) {
  const trpc = useTRPC();
  const freshStart = useFreshStart();
  const signIn = useMutation(trpc.identity.signIn.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: SignIn,
    defaultValues: { email: email ?? '', password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const done = () => {
    freshStart();
    onDone();
  };
  return (
    <form noValidate onSubmit={submit(signIn.mutateAsync, done)} className="flex max-w-dialog flex-col gap-4">
      <TextField
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={email !== undefined}
        {...form.register('email')}
        error={errors.email?.message}
      />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        {...form.register('password')}
        error={errors.password?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <div>
        <Button type="submit" kind="primary" pending={isSubmitting}>
          Sign in
        </Button>
      </div>
      <p>
        <Link to="/reset" className="text-accent underline">
          Forgot your password?
        </Link>
      </p>
    </form>
  );
}

import { ResetPassword, resetToken } from '@parley/domain/identity/input';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** A new password by a reset link. Opening the link changes nothing; the press does. */
export function ResetForm({ token }: { token: string }) {
  const trpc = useTRPC();
  const reset = useMutation(trpc.identity.resetPassword.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: ResetPassword,
    defaultValues: { token, password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const whole = resetToken.safeParse(token).success;
  // said before anything is typed; a look that fails lets the press say it
  const link = useQuery({ ...trpc.identity.lookReset.queryOptions({ token }), enabled: whole, throwOnError: false });
  if (reset.isSuccess) {
    return (
      <Notice tone="good" title="Your password has been changed." action={<SignInLink />}>
        You have been signed out everywhere, on this device too.
      </Notice>
    );
  }
  if (!whole) {
    return (
      <Notice tone="warn" title="This link is incomplete." action={<SignInLink />}>
        Copy the whole link, to its last character, into the address bar.
      </Notice>
    );
  }
  if (link.isPending) return <Skeleton lines={2} what="this link" />;
  if (link.data?.allowed === false) return <Notice tone="warn" title={link.data.reason} action={<SignInLink />} />;
  return (
    <form noValidate onSubmit={submit(reset.mutateAsync)} className="flex max-w-dialog flex-col gap-4">
      <PasswordField
        label="New password"
        hint="At least 10 characters. A short sentence works well."
        autoComplete="new-password"
        {...form.register('password')}
        error={errors.password?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <div>
        <Button type="submit" kind="primary" pending={isSubmitting}>
          Set the new password
        </Button>
      </div>
      <p className="text-sm text-ink-soft">This signs you out on every device.</p>
    </form>
  );
}

function SignInLink() {
  return <LinkButton to="/sign-in">Go to sign in</LinkButton>;
}

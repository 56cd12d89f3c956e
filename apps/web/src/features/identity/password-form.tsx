import { ChangePassword } from '@parley/domain/identity/input';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { SelfField, useSelf } from '../../components/form/use-self.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** Changes the password, or sets one, and ends all other sessions. The address is there for password managers. */
export function PasswordForm({ email }: { email: string }) {
  const trpc = useTRPC();
  const { hasPassword, prove } = useSelf();
  const change = useMutation(trpc.identity.changePassword.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: ChangePassword,
    defaultValues: { next: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const send = async ({ current, ...given }: z.output<typeof ChangePassword>) =>
    change.mutateAsync(await prove({ ...given, ...(hasPassword ? { current: current ?? '' } : {}) }));
  return (
    <form noValidate onSubmit={submit(send, () => form.reset())} className="flex max-w-dialog flex-col gap-4">
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <SelfField
        hasPassword={hasPassword}
        label="Current password"
        {...(hasPassword ? form.register('current', { shouldUnregister: true }) : {})}
        error={errors.current?.message}
      />
      <PasswordField
        label="New password"
        hint="At least 10 characters. A short sentence works well."
        autoComplete="new-password"
        {...form.register('next')}
        error={errors.next?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      {change.isSuccess ? (
        <Notice tone="good" title="Your password has been changed. You are signed out everywhere else." />
      ) : null}
      <div>
        <Button type="submit" pending={isSubmitting}>
          {hasPassword ? 'Change password' : 'Set a password'}
        </Button>
      </div>
      <p className="text-sm text-ink-soft">This signs you out on all other devices.</p>
    </form>
  );
}

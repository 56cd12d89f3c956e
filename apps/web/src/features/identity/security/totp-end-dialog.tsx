import { EndTotp } from '@parley/domain/identity/input';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { CodeField } from '../../../components/form/code-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SelfField, useSelf } from '../../../components/form/use-self.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** Switches the code off, for the password and a code. */
export function TotpEndDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { hasPassword, prove } = useSelf();
  const end = useMutation(trpc.totp.end.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: EndTotp,
    defaultValues: { code: '' },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <Dialog open onClose={onClose} title="Switch off the code at the sign-in">
      <form
        noValidate
        onSubmit={submit(async (given) => end.mutateAsync(await prove(given)), onClose)}
        className="flex flex-col gap-4"
      >
        <p>Your password alone lets you in then, and all recovery codes are void.</p>
        <SelfField
          hasPassword={hasPassword}
          label="Your password, to confirm"
          {...(hasPassword ? form.register('password', { shouldUnregister: true }) : {})}
          error={errors.password?.message}
        />
        <CodeField {...form.register('code')} error={errors.code?.message} />
        <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
        <DialogActions>
          <Button type="submit" kind="danger" pending={isSubmitting}>
            Switch it off
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

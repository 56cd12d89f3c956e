import { RemakeCodes } from '@parley/domain/identity/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { CodeField } from '../../../components/form/code-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { RecoveryPanel } from './recovery-panel.tsx';

/** New recovery codes for a code. */
export function TotpRemakeDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const remake = useMutation(trpc.totp.remake.mutationOptions());
  const { form, submit, failure } = useParleyForm({ schema: RemakeCodes, defaultValues: { code: '' } });
  const { errors, isSubmitting } = form.formState;
  return (
    // nothing that was typed waits any more once the codes are there
    <Dialog
      key={codes ? 'codes' : 'code'}
      open
      onClose={onClose}
      title={codes ? 'Keep your recovery codes' : 'Make new recovery codes'}
    >
      {codes ? (
        <RecoveryPanel codes={codes} onDone={onClose} />
      ) : (
        <form noValidate onSubmit={submit(remake.mutateAsync, (made) => setCodes(made.codes))} className="flex flex-col gap-4">
          <p>Ten new codes. The earlier ones open nothing any more.</p>
          <CodeField {...form.register('code')} error={errors.code?.message} />
          <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
          <DialogActions>
            <Button type="submit" kind="primary" pending={isSubmitting}>
              Make new codes
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

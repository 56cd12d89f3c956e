import { deviceName } from '@parley/domain/identity/identity';
import { shown } from '@parley/domain/identity/input';
import { passkeyName } from '@parley/domain/identity/ways-input';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SelfField, useSelf, withPasskeys } from '../../../components/form/use-self.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';

const NamedPasskey = z.strictObject({ name: passkeyName, ...shown });

/** A name, the password once more, then what the device asks. */
export function PasskeyDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { hasPassword, prove } = useSelf();
  const begin = useMutation(trpc.passkey.begin.mutationOptions());
  const add = useMutation(trpc.passkey.add.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: NamedPasskey,
    defaultValues: { name: deviceName(navigator.userAgent) },
  });
  const { errors, isSubmitting } = form.formState;
  const make = async ({ name, ...given }: z.output<typeof NamedPasskey>) => {
    const optionsJSON = await begin.mutateAsync(await prove(given));
    const { id, rawId, type, clientExtensionResults, response } = await withPasskeys(({ startRegistration }) =>
      startRegistration({ optionsJSON }),
    );
    const { clientDataJSON, attestationObject, transports = [] } = response;
    const answer = { clientDataJSON, attestationObject, transports: transports.filter(isTransport) };
    const made = { id, rawId, type, clientExtensionResults: { ...clientExtensionResults }, response: answer };
    return add.mutateAsync({ name, made });
  };
  // what the server says of the passkey itself has no field here
  const said = failure?.code === 'BAD_REQUEST' && failure.fields.every(({ path }) => path === 'password') ? null : failure;
  return (
    <Dialog open onClose={onClose} title="Add a passkey">
      <form noValidate onSubmit={submit(make, onClose)} className="flex flex-col gap-4">
        <TextField
          label="Name of the passkey"
          hint="So that you still know the device when you see this list in a year."
          {...form.register('name')}
          error={errors.name?.message}
        />
        <SelfField
          hasPassword={hasPassword}
          label="Your password, to confirm"
          {...(hasPassword ? form.register('password', { shouldUnregister: true }) : {})}
          error={errors.password?.message}
        />
        <FormFailure failure={said} />
        <DialogActions>
          <Button type="submit" kind="primary" pending={isSubmitting}>
            Go on with this device
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
type Transport = (typeof known)[number];
/** Ways of reaching a device that are not known here are left away: they are hints. */
const isTransport = (word: string): word is Transport => known.some((one) => one === word);

import { showKey } from '@parley/domain/identity/code';
import { ConfirmTotp, ShowSelf } from '@parley/domain/identity/input';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { encode } from 'uqr';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SelfField, useSelf } from '../../../components/form/use-self.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useCopy } from '../../../lib/use-copy.ts';
import { RecoveryPanel } from './recovery-panel.tsx';

/** Three steps: who it is, the app and its first code, the recovery codes. */
export function TotpDialog({ onClose }: { onClose: () => void }) {
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) {
    return (
      <Dialog key="codes" open onClose={onClose} title="Keep your recovery codes">
        <RecoveryPanel codes={codes} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="Set up an app for codes">
      {begun ? <AppForm {...begun} onDone={setCodes} /> : <SelfForm onDone={setBegun} />}
    </Dialog>
  );
}

function SelfForm({ onDone }: { onDone: (begun: { secret: string; uri: string }) => void }) {
  const trpc = useTRPC();
  const { hasPassword, prove } = useSelf();
  const begin = useMutation(trpc.totp.begin.mutationOptions());
  const { form, submit, failure } = useParleyForm({ schema: ShowSelf, defaultValues: {} });
  const { errors, isSubmitting } = form.formState;
  return (
    <form
      noValidate
      onSubmit={submit(async (given) => begin.mutateAsync(await prove(given)), onDone)}
      className="flex flex-col gap-4"
    >
      <SelfField
        hasPassword={hasPassword}
        label="Your password, to confirm"
        {...(hasPassword ? form.register('password', { shouldUnregister: true }) : {})}
        error={errors.password?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <DialogActions>
        <Button type="submit" kind="primary" pending={isSubmitting}>
          Go on
        </Button>
      </DialogActions>
    </form>
  );
}

type AppFormProps = { secret: string; uri: string; onDone: (codes: readonly string[]) => void };

function AppForm({ secret, uri, onDone }: AppFormProps) {
  const trpc = useTRPC();
  const confirm = useMutation(trpc.totp.confirm.mutationOptions());
  const { form, submit, failure } = useParleyForm({ schema: ConfirmTotp, defaultValues: { code: '', endOthers: false } });
  const { errors, isSubmitting } = form.formState;
  return (
    <form noValidate onSubmit={submit(confirm.mutateAsync, ({ codes }) => onDone(codes))} className="flex flex-col gap-4">
      <p>Scan this with an app for codes. On this device, or where you cannot scan, type the key into the app.</p>
      <QrPicture text={uri} />
      <Key secret={secret} />
      <TextField
        label="The six digits that the app shows"
        inputMode="numeric"
        autoComplete="one-time-code"
        {...form.register('code')}
        error={errors.code?.message}
      />
      <Checkbox label="Sign out on all other devices" {...form.register('endOthers')} />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <DialogActions>
        <Button type="submit" kind="primary" pending={isSubmitting}>
          Switch it on
        </Button>
      </DialogActions>
    </form>
  );
}

/** Dark on light in both themes, with four fields of light around it: many cameras read nothing else. */
function QrPicture({ text }: { text: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(text, { ecc: 'M', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: side, path: dark.join('') };
  }, [text]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="A picture for your app to scan. The key below says the same."
      className="mx-auto w-full max-w-56 rounded-md"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function Key({ secret }: { secret: string }) {
  const { state, copy } = useCopy(secret);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="min-w-0">
        Key: <code className="break-words">{showKey(secret)}</code>
      </p>
      <Button kind="quiet" className="-ml-4" onClick={copy}>
        {state === 'copied' ? 'Copied' : 'Copy the key'}
      </Button>
    </div>
  );
}

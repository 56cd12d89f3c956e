import { ChangeAddress } from '@parley/domain/address/input';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelfField, useSelf } from '../../components/form/use-self.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** The address of the account: whether it is known to be mine, and how it becomes another. */
export function AddressForm() {
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions());
  if (!me.data) return null;
  const { email, mails, verified } = me.data;
  if (!mails)
    return (
      <p className="text-ink-soft">
        {email}. This Parley sends no mail, so the address can be neither confirmed nor changed here.
      </p>
    );
  return (
    <div className="flex flex-col gap-5">
      {verified ? <p>{email} is confirmed.</p> : <Unverified email={email} />}
      <ChangeForm />
    </div>
  );
}

function Unverified({ email }: { email: string }) {
  const trpc = useTRPC();
  const ask = useMutation(trpc.address.askVerify.mutationOptions());
  if (ask.isSuccess) return <Notice tone="good" title={`A link is on its way to ${email}.`} />;
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{email} is not confirmed yet. Open the link that Parley has sent you, or ask for another one.</p>
      <FormFailure failure={ask.isError ? failureOf(ask.error) : null} />
      <Button pending={ask.isPending} onClick={() => ask.mutate()}>
        Send the link again
      </Button>
    </div>
  );
}

function ChangeForm() {
  const trpc = useTRPC();
  const change = useMutation(trpc.address.change.mutationOptions());
  const { hasPassword, prove } = useSelf();
  const { form, submit, failure } = useParleyForm({
    schema: ChangeAddress,
    defaultValues: { email: '' },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <form
      noValidate
      onSubmit={submit(
        async (given) => change.mutateAsync(await prove(given)),
        () => form.reset(),
      )}
      className="flex max-w-dialog flex-col gap-4"
    >
      <TextField
        label="New e-mail address"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('email')}
        error={errors.email?.message}
      />
      <SelfField
        hasPassword={hasPassword}
        label="Your password"
        {...(hasPassword ? form.register('password', { shouldUnregister: true }) : {})}
        error={errors.password?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      {change.isSuccess ? (
        <Notice tone="good" title="Two links are on their way.">
          One to each address. It changes when both have been pressed; until then you sign in as before.
        </Notice>
      ) : null}
      <div>
        <Button type="submit" pending={isSubmitting}>
          Change address
        </Button>
      </div>
    </form>
  );
}

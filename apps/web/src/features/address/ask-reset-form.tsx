import { AskReset } from '@parley/domain/address/input';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';

const back = <LinkButton to="/sign-in">Go to sign in</LinkButton>;

/** Asks for a link to a new password; where no mail is sent, says who makes one. */
export function AskResetForm() {
  const trpc = useTRPC();
  const ways = useQuery({ ...trpc.address.ways.queryOptions(), throwOnError: false });
  const ask = useMutation(trpc.address.askReset.mutationOptions());
  const { form, submit, failure } = useParleyForm({ schema: AskReset, defaultValues: { email: '' } });
  const { errors, isSubmitting } = form.formState;
  if (ways.isPending) return <Skeleton what="how links are sent" lines={2} />;
  if (ways.data?.mails === false)
    return (
      <Notice tone="info" title="This Parley sends no mail." action={back}>
        The person who runs it can make you a link to choose a new password.
      </Notice>
    );
  if (ask.isSuccess)
    return (
      <Notice tone="good" title="Look into your mail." action={back}>
        If there is an account with this address, a link to a new password is on its way. It works once, for an hour.
      </Notice>
    );
  return (
    <form noValidate onSubmit={submit(ask.mutateAsync)} className="flex max-w-dialog flex-col gap-4">
      <TextField
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('email')}
        error={errors.email?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <div>
        <Button type="submit" kind="primary" pending={isSubmitting}>
          Send me a link
        </Button>
      </div>
    </form>
  );
}

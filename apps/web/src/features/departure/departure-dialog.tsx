import { sayGoes, saySeat, sayStays } from '@parley/domain/departure/departure';
import { EndAccount } from '@parley/domain/departure/input';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelfField, useSelf } from '../../components/form/use-self.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { drafts } from '../../lib/drafts.ts';
import { useParleyForm } from '../../lib/form.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** What goes, what stays and what becomes of each council, from counts of this moment; then the password and the press. */
export function DepartureDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const outlook = useQuery({ ...trpc.departure.outlook.queryOptions(), staleTime: 0, gcTime: 0 });
  return (
    <Dialog open onClose={onClose} title="End your account">
      {outlook.isPending ? <Skeleton lines={5} what="what would go and what would stay" /> : null}
      {outlook.isError ? (
        <Failed error={outlook.error} what="what would go and what would stay" retry={() => void outlook.refetch()} />
      ) : null}
      {outlook.data ? (
        <div className="flex flex-col gap-4">
          <Told title="Deleted for good">{sayGoes(outlook.data.counts)}</Told>
          <Told title="Stays with others, without your name">{sayStays(outlook.data.counts)}</Told>
          <Told title="Your councils">{outlook.data.seats.map(saySeat)}</Told>
          <p className="text-ink-soft">
            Take your archive first if you want to keep anything. A backup of this server from before today still holds your key.
          </p>
          <EndForm />
        </div>
      ) : null}
    </Dialog>
  );
}

function Told({ title, children }: { title: string; children: readonly string[] }): ReactNode {
  if (children.length === 0) return null;
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-disc pl-5">
        {children.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function EndForm() {
  const trpc = useTRPC();
  const { id, email } = usePerson();
  const end = useMutation(trpc.departure.end.mutationOptions());
  const { hasPassword, prove } = useSelf();
  const { form, submit, failure } = useParleyForm({ schema: EndAccount, defaultValues: {} });
  const { errors, isSubmitting } = form.formState;
  const leave = () => {
    drafts.clearAll(id);
    window.location.assign('/sign-in#ended');
  };
  return (
    <form
      noValidate
      onSubmit={submit(async (given) => end.mutateAsync(await prove(given)), leave)}
      className="flex flex-col gap-4"
    >
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <SelfField
        hasPassword={hasPassword}
        label="Your password, to confirm"
        {...(hasPassword ? form.register('password', { shouldUnregister: true }) : {})}
        error={errors.password?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <DialogActions cancel="Keep my account">
        <Button type="submit" kind="danger" pending={isSubmitting}>
          End my account for good
        </Button>
      </DialogActions>
    </form>
  );
}

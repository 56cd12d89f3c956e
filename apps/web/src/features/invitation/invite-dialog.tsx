import { CreateInvitation } from '@parley/domain/invitation/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { type FreshLink, LinkCard } from './link-card.tsx';

/** Asks for an address, then shows the link to pass on; several in a row. */
export function InviteDialog({ councilId, onClose }: { councilId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const create = useMutation(trpc.invitation.create.mutationOptions());
  const [fresh, setFresh] = useState<FreshLink | null>(null);
  const { form, submit, failure } = useParleyForm({
    schema: CreateInvitation,
    defaultValues: { councilId, email: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const write = async (input: { councilId: string; email: string }) => ({
    ...(await create.mutateAsync(input)),
    email: input.email,
  });
  const done = (made: FreshLink) => {
    setFresh(made);
    form.reset();
  };
  return (
    <Dialog open onClose={onClose} title="Invite somebody">
      <form noValidate onSubmit={submit(write, done)} className="flex flex-col gap-4">
        {fresh ? <LinkCard key={fresh.link} fresh={fresh} /> : null}
        <TextField
          label={fresh ? 'Another address' : 'Their e-mail address'}
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          hint="They sign up with this address, read the charter and accept it before they join."
          {...form.register('email')}
          error={errors.email?.message}
        />
        <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
        <DialogActions cancel={fresh ? 'Done' : 'Cancel'}>
          <Button type="submit" kind={fresh ? 'plain' : 'primary'} pending={isSubmitting}>
            Make a link
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

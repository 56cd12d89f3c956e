import { RemoveMember } from '@parley/domain/council/input';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh } from '../../../lib/use-draft.ts';
import type { Member } from '../use-council.ts';

/** Removing a member takes a reason, which only the person removed reads. */
export function RemoveDialog({ councilId, member, onClose }: { councilId: string; member: Member; onClose: () => void }) {
  const trpc = useTRPC();
  const remove = useMutation(trpc.council.remove.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: RemoveMember,
    defaultValues: { councilId, accountId: member.accountId, reason: '' },
    draft: { name: `remove:${councilId}:${member.accountId}`, rev: fresh },
  });
  const { errors, isSubmitting } = form.formState;
  const done = () => {
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={`Remove ${member.name}`}>
      <form noValidate onSubmit={submit(remove.mutateAsync, done)} className="flex flex-col gap-4">
        <p>
          {member.name} loses access at once, also to what is shared with them by name, and everything they shared disappears from
          the council. This cannot be undone; you can invite them again.
        </p>
        <TextArea
          label="Reason"
          hint={`Only ${member.name} will read it.`}
          {...form.register('reason')}
          error={errors.reason?.message}
        />
        <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
        <DialogActions cancel="Cancel">
          <Button type="submit" kind="danger" pending={isSubmitting}>
            Remove {member.name}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

import { OfferForm as OfferFields } from '@parley/domain/invitation/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { type FreshLink, LinkCard } from './link-card.tsx';

/** Offers the moderator of another council to merge it into this one. */
export function OfferForm({ councilId, why, onClose }: { councilId: string; why: string | null; onClose: () => void }) {
  const trpc = useTRPC();
  const create = useMutation(trpc.invitation.create.mutationOptions());
  const [made, setMade] = useState<FreshLink | null>(null);
  const { form, submit, failure } = useParleyForm({
    schema: OfferFields,
    defaultValues: { email: '' },
    draft: { name: `merge:${councilId}`, rev: fresh },
  });
  const save = async ({ email }: { email: string }) => ({
    ...(await create.mutateAsync({ councilId, email, merges: true })),
    email,
  });
  if (made) {
    return (
      <div className="flex flex-col items-start gap-4 px-4 py-4 sm:px-5">
        <LinkCard fresh={made} />
        <Button kind="quiet" onClick={onClose}>
          Done
        </Button>
      </div>
    );
  }
  return (
    <form noValidate onSubmit={submit(save, setMade)} className="flex flex-col gap-4 px-4 py-4 sm:px-5">
      <p className="max-w-prose text-ink-soft">
        You offer it, and the other council’s moderator answers for theirs. Then each of their members is invited here and takes a
        seat by accepting your charter. Nothing that is shared moves: what was shared in one council stays there, and the other
        council stays until its moderator closes it.
      </p>
      <TextField
        label="The other moderator’s e-mail address"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('email')}
        error={form.formState.errors.email?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" pending={form.formState.isSubmitting} why={why}>
          Make the offer
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

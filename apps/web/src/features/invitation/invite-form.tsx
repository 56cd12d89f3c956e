import { InviteForm as InviteFields } from '@parley/domain/invitation/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import type { FreshLink } from './link-card.tsx';
import { FreshLinks } from './link-list.tsx';

type Props = {
  councilId: string;
  why: string | null;
  /** The addresses whose link still opens something. */
  waiting: ReadonlySet<string>;
  onClose?: (() => void) | undefined;
};

/** Asks for addresses, one or several, then shows a link for each to pass on. */
export function InviteForm({ councilId, why, waiting, onClose }: Props) {
  const trpc = useTRPC();
  const create = useMutation(trpc.invitation.createSeveral.mutationOptions());
  const [made, setLinks] = useState<readonly FreshLink[]>([]);
  const links = made.filter(({ email }) => waiting.has(email));
  const { form, submit, failure } = useParleyForm({
    schema: InviteFields,
    defaultValues: { addresses: '' },
    draft: { name: `invite:${councilId}`, rev: fresh },
  });
  const { errors, isSubmitting } = form.formState;
  const save = ({ addresses }: { addresses: string[] }) => create.mutateAsync({ councilId, emails: addresses });
  const done = ({ invitations }: { invitations: readonly FreshLink[] }) => {
    setLinks(invitations);
    form.reset();
  };
  return (
    <form noValidate onSubmit={submit(save, done)} className="flex flex-col gap-4 px-4 py-4 sm:px-5">
      <FreshLinks links={links} />
      <TextArea
        label={made.length > 0 ? 'More addresses' : 'Their e-mail addresses'}
        hint="One per line, or separated by commas. Each person gets their own link, and reads and accepts the charter before joining."
        rows={3}
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('addresses')}
        error={errors.addresses?.message}
      />
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind={made.length > 0 ? 'plain' : 'primary'} pending={isSubmitting} why={why}>
          Make the links
        </Button>
        {onClose ? (
          <Button kind="quiet" onClick={onClose}>
            {made.length > 0 ? 'Done' : 'Cancel'}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

import type { KeptAttachment } from '@parley/domain/offer/attachment/attachment';
import { useMutation } from '@tanstack/react-query';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Confirm } from '../../../components/overlay/dialog.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';

type Props = { letter: KeptAttachment; onClose: () => void };

/** Destroys a file. */
export function RemoveLetterDialog({ letter: { attachmentId, name }, onClose }: Props) {
  const trpc = useTRPC();
  const remove = useMutation(trpc.attachment.remove.mutationOptions({ onSuccess: () => onClose() }));
  return (
    <Confirm
      open
      onClose={onClose}
      title="Remove this letter?"
      consequence={`${name} is destroyed for good, for you and for whoever it is shared with. Who opened it stays in the record.`}
      act="Remove the letter"
      onAct={() => remove.mutate({ attachmentId })}
      pending={remove.isPending}
      error={<FormFailure failure={remove.isError ? failureOf(remove.error) : null} />}
    />
  );
}

/** Puts another file in its place. */
export function ReplaceDialog({ letter, file, onClose, onReplace }: Props & { file: File; onReplace: () => void }) {
  return (
    <Confirm
      open
      onClose={onClose}
      title="Replace this letter?"
      consequence={`${file.name} takes the place of ${letter.name}, which is destroyed for good. Only you see the new one until you share the offer again with its letter.`}
      act="Replace the letter"
      onAct={() => {
        onReplace();
        onClose();
      }}
    />
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** To take away a cancelled round is to say that none follows it. */
const afterSentence =
  'What those asked wrote elsewhere while it was open reaches each other at once: ask no other round then that should be blind.';

/** Takes away a draft or a cancelled round, for good. */
export function RemoveDialog({ roundId, heldUntil }: { roundId: string; heldUntil?: string | null }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const remove = useMutation(trpc.round.remove.mutationOptions());
  return (
    <div className="flex justify-end border-t border-line pt-3">
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Delete this round
      </Button>
      {open ? (
        <Confirm
          open
          onClose={() => setOpen(false)}
          title="Delete this round"
          consequence={`What was written and sealed in it, and all comments on it, are gone for everybody.${heldUntil ? ` ${afterSentence}` : ''} This cannot be undone.`}
          act="Delete the round"
          onAct={() => remove.mutate({ roundId })}
          pending={remove.isPending}
          error={<FormFailure failure={remove.isError ? failureOf(remove.error) : null} />}
        />
      ) : null}
    </div>
  );
}

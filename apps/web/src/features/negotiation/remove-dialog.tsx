import { releaseSentence } from '@parley/domain/round/hold';
import { roundsSentence } from '@parley/domain/round/seats';
import { useMutation, useQuery } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** Ends a negotiation; cannot be undone, so it says what goes with it. */
export function RemoveDialog({ negotiationId, opportunityId }: { negotiationId: string; opportunityId: string }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const remove = useMutation(trpc.negotiation.remove.mutationOptions());
  const rounds = useQuery(trpc.round.list.queryOptions({ opportunityId }, { enabled: open }));
  const mine = rounds.data?.filter((round) => round.negotiationId === negotiationId) ?? [];
  const entry = { id: 'remove', label: 'Delete this negotiation', danger: true, onAct: () => setOpen(true) };
  return (
    <>
      <Menu
        iconOnly
        label="More about this negotiation"
        icon={<Ellipsis aria-hidden="true" />}
        entries={[{ ...entry, icon: <Trash2 aria-hidden="true" /> }]}
      />
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title="Delete this negotiation"
        consequence={`Numbers, walk-away, asks, objections, script, ledger and every comment on them are gone for everybody. ${roundsSentence(mine)}${releaseSentence(mine)}The offer stays. This cannot be undone.`}
        act="Delete the negotiation"
        onAct={() => remove.mutate({ negotiationId })}
        pending={remove.isPending || rounds.isLoading}
        error={<FormFailure failure={remove.isError ? failureOf(remove.error) : null} />}
      />
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** Ends the mission, deliberately. */
export function RemovePanel({ missionId, rev }: { missionId: string; rev: number }) {
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.mission.remove.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
      },
    }),
  );
  const entries = [
    {
      id: 'remove',
      label: 'Delete the mission',
      icon: <Trash2 aria-hidden="true" />,
      onAct: () => setAsking(true),
      danger: true,
    },
  ];
  return (
    <>
      <Menu label="More actions for the mission" icon={<Ellipsis aria-hidden="true" />} iconOnly entries={entries} />
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete the mission?"
        consequence="Its text and every comment on it will be gone, for you and everybody you shared it with. This cannot be undone."
        act="Delete the mission"
        onAct={() => remove.mutate({ missionId, rev })}
        pending={remove.isPending}
        error={<FormFailure failure={remove.error && failureOf(remove.error)} />}
      />
    </>
  );
}

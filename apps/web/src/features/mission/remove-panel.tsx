import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Printer from 'lucide-react/icons/printer';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** What is done with the mission as a whole: taken out of the house, or ended, deliberately. */
export function RemovePanel({ missionId, opportunityId, rev }: { missionId: string; opportunityId: string; rev: number }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
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
      id: 'paper',
      label: 'Print, or copy as Markdown',
      icon: <Printer aria-hidden="true" />,
      onAct: () => void navigate({ to: '/opportunities/$opportunityId/paper', params: { opportunityId } }),
    },
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

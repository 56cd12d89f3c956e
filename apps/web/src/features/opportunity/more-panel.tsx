import ArrowRightLeft from 'lucide-react/icons/arrow-right-left';
import Ellipsis from 'lucide-react/icons/ellipsis';
import PenLine from 'lucide-react/icons/pen-line';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Menu } from '../../components/overlay/menu.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

type Props = { opportunityId: string; rev: number; role: string; onStage: () => void; onDetails: () => void };

/** The acts on the opportunity itself, in a menu. */
export function MorePanel({ opportunityId, rev, role, onStage, onDetails }: Props) {
  const [removing, setRemoving] = useState(false);
  const entries = [
    { id: 'stage', label: 'Move to another stage', icon: <ArrowRightLeft aria-hidden="true" />, onAct: onStage },
    { id: 'details', label: 'Edit the opening', icon: <PenLine aria-hidden="true" />, onAct: onDetails },
    { id: 'remove', label: 'Delete', icon: <Trash2 aria-hidden="true" />, onAct: () => setRemoving(true), danger: true },
  ];
  return (
    <>
      <Menu label="More actions" icon={<Ellipsis aria-hidden="true" />} iconOnly entries={entries} />
      {removing ? <RemoveDialog opportunityId={opportunityId} rev={rev} role={role} onClose={() => setRemoving(false)} /> : null}
    </>
  );
}

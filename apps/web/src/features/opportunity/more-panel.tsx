import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import Archive from 'lucide-react/icons/archive';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import Ellipsis from 'lucide-react/icons/ellipsis';
import PenLine from 'lucide-react/icons/pen-line';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Menu } from '../../components/overlay/menu.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useSave } from './use-save.ts';

type Props = {
  opportunityId: string;
  rev: number;
  details: OpportunityDetails;
  role: string;
  onNext: () => void;
  onDetails: () => void;
};

/** The acts on the opportunity itself, in a menu. */
export function MorePanel({ opportunityId, rev, details, role, onNext, onDetails }: Props) {
  const [removing, setRemoving] = useState(false);
  const { archived } = details;
  const { save } = useSave();
  const putAway = () => save({ opportunityId, rev, details: { ...details, archived: !archived } }, () => undefined);
  const entries = [
    { id: 'next', label: 'What you do next', icon: <CalendarClock aria-hidden="true" />, onAct: onNext },
    { id: 'details', label: 'Edit the opening', icon: <PenLine aria-hidden="true" />, onAct: onDetails },
    { id: 'away', label: archived ? 'Take it out again' : 'Put away', icon: <Archive aria-hidden="true" />, onAct: putAway },
    { id: 'remove', label: 'Delete', icon: <Trash2 aria-hidden="true" />, onAct: () => setRemoving(true), danger: true },
  ];
  return (
    <>
      <Menu label="More actions" icon={<Ellipsis aria-hidden="true" />} iconOnly entries={entries} />
      {removing ? <RemoveDialog opportunityId={opportunityId} rev={rev} role={role} onClose={() => setRemoving(false)} /> : null}
    </>
  );
}

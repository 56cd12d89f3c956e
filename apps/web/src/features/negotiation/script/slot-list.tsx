import { type SlotName, slotNames, slotWords } from '@parley/domain/negotiation/script/slot-name';
import Braces from 'lucide-react/icons/braces';
import { Menu } from '../../../components/overlay/menu.tsx';
import type { ShownSlot } from '../../../components/spoken-lines.tsx';

/** The figures that a script can name, each with what it is now. They change with the plan. */
export function SlotList({ show, onPick }: { show: (slot: SlotName) => ShownSlot; onPick: (slot: SlotName) => void }) {
  return (
    <div>
      <Menu
        label="Put in a figure of the plan"
        icon={<Braces aria-hidden="true" />}
        entries={slotNames.map((name) => ({
          id: name,
          label: `${slotWords[name].label}: ${show(name).text ?? 'empty so far'}`,
          onAct: () => onPick(name),
        }))}
      />
    </div>
  );
}

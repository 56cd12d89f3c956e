import { moveBlock, putBack, removeBlock } from '@parley/domain/mission/edit';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Ellipsis from 'lucide-react/icons/ellipsis';
import PenLine from 'lucide-react/icons/pen-line';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { useUndo } from '../../components/feedback/undo-bar.tsx';
import { ThreadMark } from '../../components/item-tools.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import type { MenuEntry } from '../../components/overlay/menu-look.tsx';
import type { Edit } from './use-mission.ts';

type Props = {
  missionId: string;
  blockId: string;
  /** The block in words: what a thread on it is called. */
  label: string;
  /** Absent for a reader. */
  onEdit?: (() => void) | undefined;
  /** The acts on the block, in its menu. */
  entries?: readonly MenuEntry[];
  children: ReactNode;
};

const clickable = 'cursor-text rounded-md hover:bg-sunken';

/** One block of the page: its text, a press or Enter to edit it in place, its comments in the margin. */
export function BlockCard({ missionId, blockId, label, onEdit, entries = [], children }: Props) {
  const press = (event: MouseEvent) => {
    // A selection is for quoting, not for editing.
    if (window.getSelection()?.isCollapsed === false) return;
    if (event.target instanceof Element && event.target.closest('a, button, mark')) return;
    onEdit?.();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    event.preventDefault();
    onEdit?.();
  };
  const edits = onEdit
    ? { onClick: press, onKeyDown: key, tabIndex: 0, role: 'group', 'aria-label': `${label.slice(0, 80)} – press Enter to edit` }
    : {};
  return (
    <div id={`block-${blockId}`} data-block={blockId} className="group flex items-start gap-1">
      <div {...edits} className={`-mx-2 min-w-0 flex-1 px-2 py-1.5 ${onEdit ? clickable : ''}`}>
        {children}
      </div>
      <div className="flex shrink-0 items-center">
        <ThreadMark itemId={missionId} blockId={blockId} label={label.slice(0, 120)} />
        {onEdit && entries.length > 0 ? (
          <Menu label={`Actions for “${label.slice(0, 60)}”`} icon={<Ellipsis aria-hidden="true" />} iconOnly entries={entries} />
        ) : null}
      </div>
    </div>
  );
}

/** Edit, up, down and remove for a block; removing can be taken back. */
export function useBlockEntries(edit: Edit | null) {
  const offerUndo = useUndo();
  return (id: string, what: string, onEdit: () => void): MenuEntry[] => {
    if (!edit) return [];
    const { document, change } = edit;
    const remove = () => {
      change(removeBlock(document, id));
      offerUndo({ message: `${what} removed`, undo: () => change((now) => putBack(document, now, id)) });
    };
    return [
      { id: 'edit', label: 'Edit', icon: <PenLine aria-hidden="true" />, onAct: onEdit },
      { id: 'up', label: 'Move up', icon: <ArrowUp aria-hidden="true" />, onAct: () => change(moveBlock(document, id, -1)) },
      { id: 'down', label: 'Move down', icon: <ArrowDown aria-hidden="true" />, onAct: () => change(moveBlock(document, id, 1)) },
      { id: 'remove', label: 'Remove', icon: <Trash2 aria-hidden="true" />, onAct: remove, danger: true },
    ];
  };
}

/** The quiet plus between two lines: there for the pointer that passes and for the keyboard. */
export function InsertLine({ label, onInsert }: { label: string; onInsert: () => void }) {
  return (
    <button
      type="button"
      onClick={onInsert}
      aria-label={label}
      title={label}
      className="-my-2 flex h-4 w-full items-center gap-2 text-accent opacity-0 hover:opacity-100 focus-visible:opacity-100 pointer-coarse:hidden"
    >
      <Plus aria-hidden="true" className="size-4 shrink-0" />
      <span aria-hidden="true" className="h-px flex-1 bg-accent" />
    </button>
  );
}

/** Adds a line at the end of a list. */
export function AddLine({ label, onAdd, why }: { label: string; onAdd: () => void; why?: string | null }) {
  return (
    <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={onAdd} why={why} className="-ml-2 self-start px-2">
      {label}
    </Button>
  );
}

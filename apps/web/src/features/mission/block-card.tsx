import { putBack, removeBlock } from '@parley/domain/mission/edit';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Ellipsis from 'lucide-react/icons/ellipsis';
import GripVertical from 'lucide-react/icons/grip-vertical';
import MessageSquarePlus from 'lucide-react/icons/message-square-plus';
import PenLine from 'lucide-react/icons/pen-line';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { useUndo } from '../../components/feedback/undo-bar.tsx';
import { ThreadMark } from '../../components/item-tools.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import type { MenuEntry } from '../../components/overlay/menu-look.tsx';
import { moveOf } from './text-form.tsx';
import { dragOf, dropOf, type LineKind } from './use-drag.ts';
import { useLines } from './use-lines.ts';
import type { Edit } from './use-mission.ts';

type Props = {
  missionId: string;
  blockId: string;
  /** The block in words: what a thread on it is called. */
  label: string;
  edit: Edit | null;
  /** What it is, where it can be moved among its kind. */
  kind?: LineKind | undefined;
  onEdit: () => void;
  /** The acts on the block, in its menu. */
  entries?: readonly MenuEntry[];
  /** It is being written: the words, where they stand. */
  writing?: ReactNode;
  children: ReactNode;
};

/** A block is painted by itself: what is typed in one is no reason to go through the others at every key. */
const apart = 'group/line isolate flex items-start gap-1';
const clickable = 'cursor-text rounded-md hover:bg-sunken';
/**
 * Rests until the line has the pointer or the keyboard; where there is no pointer to come near, it is there, quietly. The icon
 * rests, not the button: each icon that is drawn, be it see-through, is a part of its own that is put together at every key.
 */
const resting =
  '[&_svg]:invisible group-hover/line:[&_svg]:visible group-focus-within/line:[&_svg]:visible ' +
  'pointer-coarse:[&_svg]:visible pointer-coarse:[&_svg]:stroke-current/60 pointer-coarse:group-focus-within/line:[&_svg]:stroke-current';
const restingMark =
  '[&_[data-empty]_svg]:invisible group-hover/line:[&_[data-empty]_svg]:visible ' +
  'group-focus-within/line:[&_[data-empty]_svg]:visible [&_[aria-expanded=true]_svg]:visible! [&_[aria-expanded=true]_svg]:stroke-current! ' +
  'pointer-coarse:[&_[data-empty]_svg]:visible pointer-coarse:[&_[data-empty]_svg]:stroke-current/60';
/** On a phone the words of one's own lines have the width; to comment on one stands in its menu there. */
const yielding = 'max-sm:-mr-3 max-sm:[&_[data-empty]]:hidden';
const dropping = 'data-[drop=before]:shadow-[0_-2px_0_var(--accent)] data-[drop=after]:shadow-[0_2px_0_var(--accent)]';

/** One block of the page: its text, a press or Enter to edit it in place, its comments in the margin. */
export function BlockCard({ missionId, blockId, label, edit, kind, onEdit, entries = [], writing, children }: Props) {
  const lines = useLines(edit);
  const press = (event: MouseEvent) => {
    // A selection is for quoting, not for editing.
    if (window.getSelection()?.isCollapsed === false) return;
    if (event.target instanceof Element && event.target.closest('a, button, mark')) return;
    onEdit();
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const by = kind ? moveOf(event) : null;
    if (by === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (by === null) onEdit();
    else lines?.move(blockId, by);
  };
  const edits = edit
    ? {
        onClick: press,
        onKeyDown: key,
        tabIndex: 0,
        role: 'group',
        'data-line': '',
        'aria-label': `${label.slice(0, 80)} – press Enter to edit`,
      }
    : {};
  const drops = kind && lines ? dropOf(kind, blockId, lines.drop) : {};
  return (
    <div id={`block-${blockId}`} data-block={blockId} {...drops} className={`${apart} ${dropping}`}>
      {writing ? (
        <div className="min-w-0 flex-1">{writing}</div>
      ) : (
        <div {...edits} className={`-mx-2 min-w-0 flex-1 px-2 py-1.5 ${edit ? clickable : ''}`}>
          {children}
        </div>
      )}
      {writing ? null : <Margin {...{ missionId, blockId, label, kind, entries }} isMine={lines !== null} />}
    </div>
  );
}

type MarginProps = Pick<Props, 'missionId' | 'blockId' | 'label' | 'kind'> & { entries: readonly MenuEntry[]; isMine: boolean };

/** What stands beside a line: the grip, its comments, its acts. */
function Margin({ missionId, blockId, label, kind, entries, isMine }: MarginProps) {
  const mark = useRef<HTMLDivElement>(null);
  const comment = () => mark.current?.querySelector<HTMLElement>('[data-thread-mark]')?.click();
  const commenting = { id: 'comment', label: 'Comment', icon: <MessageSquarePlus aria-hidden="true" />, onAct: comment };
  return (
    <div ref={mark} className={`flex shrink-0 items-center ${restingMark} ${isMine ? yielding : ''}`}>
      {kind && isMine ? (
        <span
          aria-hidden="true"
          title="Drag to move"
          {...dragOf(kind, blockId)}
          className={`cursor-grab text-ink-soft pointer-coarse:hidden ${resting}`}
        >
          <GripVertical className="size-5" />
        </span>
      ) : null}
      <ThreadMark itemId={missionId} blockId={blockId} label={label.slice(0, 120)} />
      {isMine && entries.length > 0 ? (
        <span className={resting}>
          <Menu
            label={`Actions for “${label.slice(0, 60)}”`}
            icon={<Ellipsis aria-hidden="true" />}
            iconOnly
            entries={[...entries.slice(0, 1), commenting, ...entries.slice(1)]}
          />
        </span>
      ) : null}
    </div>
  );
}

/** Edit, up, down and remove for a block; removing can be taken back. */
export function useBlockEntries(edit: Edit | null) {
  const offerUndo = useUndo();
  const lines = useLines(edit);
  return (id: string, what: string, onEdit: () => void): MenuEntry[] => {
    if (!edit || !lines) return [];
    const { document, change } = edit;
    const remove = () => {
      change((now) => removeBlock(now, id));
      offerUndo({ message: `${what} removed`, undo: () => change((now) => putBack(document, now, id)) });
    };
    return [
      { id: 'edit', label: 'Edit', icon: <PenLine aria-hidden="true" />, onAct: onEdit },
      { id: 'up', label: 'Move up', icon: <ArrowUp aria-hidden="true" />, onAct: () => lines.move(id, -1) },
      { id: 'down', label: 'Move down', icon: <ArrowDown aria-hidden="true" />, onAct: () => lines.move(id, 1) },
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
      className="group/insert -my-2 flex h-4 w-full items-center text-accent in-data-dragging:pointer-events-none pointer-coarse:hidden"
    >
      <span
        aria-hidden="true"
        className="invisible flex flex-1 items-center gap-2 group-hover/insert:visible group-focus-visible/insert:visible"
      >
        <Plus className="size-4 shrink-0" />
        <span className="h-px flex-1 bg-current" />
      </span>
    </button>
  );
}

/** A letter, not an icon: one stands below every list, and an icon is a part of its own that is drawn anew at every key. */
const plus = (
  <span aria-hidden="true" className="w-5 text-center text-xl font-light leading-5">
    +
  </span>
);

/** Adds a line at the end of a list. */
export function AddLine({ label, onAdd, why }: { label: string; onAdd: () => void; why?: string | null }) {
  return (
    <Button kind="quiet" icon={plus} onClick={onAdd} why={why} className="-ml-2 self-start px-2">
      {label}
    </Button>
  );
}

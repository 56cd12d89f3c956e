import MessageSquarePlus from 'lucide-react/icons/message-square-plus';
import PenLine from 'lucide-react/icons/pen-line';
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { useSuggestible } from './suggestion/use-suggestion.ts';
import { useSelected } from './use-selected.ts';
import { type Block, useThreadPanel } from './use-thread-panel.ts';

/** The button beside selected words, by pointer and by touch; and a press on marked words opens their conversation. */
export function SelectionCard() {
  const { open } = useThreadPanel();
  const selected = useSelected();
  const suggestible = useSuggestible(selected?.itemId ?? '');
  if (!selected) return null;
  const { top, left, ...place } = selected;
  const begin = (suggest: boolean) => {
    open({ ...place, suggest });
    window.getSelection()?.removeAllRanges();
  };
  const room = suggestible ? 136 : 72;
  return (
    <div
      style={{
        top: `${Math.min(top + 8, window.innerHeight - 56)}px`,
        left: `${Math.min(Math.max(left, room), window.innerWidth - room)}px`,
      }}
      className="fixed z-30 flex -translate-x-1/2 rounded-md bg-raised shadow-float"
    >
      <Button
        kind="plain"
        icon={<MessageSquarePlus aria-hidden="true" />}
        aria-keyshortcuts="c"
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => begin(false)}
      >
        Comment
      </Button>
      {suggestible ? (
        <Button
          kind="plain"
          icon={<PenLine aria-hidden="true" />}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => begin(true)}
        >
          Suggest
        </Button>
      ) : null}
    </div>
  );
}

/** A press on marked words opens the panel at the conversation about them; of several, at the one begun last. */
export function useMarkedPress(open: (place: Block) => void): void {
  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('mark[data-quote]') : null;
      const block = mark?.closest<HTMLElement>('[data-quotable]');
      const [itemId, blockId] = block?.dataset.quotable?.split(' ') ?? [];
      const threadId = mark?.dataset.quote?.split(' ').at(-1);
      if (!block || !itemId || !blockId || !threadId || window.getSelection()?.isCollapsed === false) return;
      open({ itemId, blockId, label: block.dataset.label ?? block.textContent, threadId });
    };
    document.addEventListener('click', press);
    return () => document.removeEventListener('click', press);
  }, [open]);
}

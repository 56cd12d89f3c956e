import { findMentionBefore, type Mentionable } from '@parley/domain/thread/mention';
import { type KeyboardEvent, type RefObject, type SyntheticEvent, useId, useRef, useState } from 'react';

/** Offers the people whose name begins with what follows an @, while it is being typed. */
export function useMention(
  area: RefObject<HTMLTextAreaElement | null>,
  setText: (text: string) => void,
  people: readonly Mentionable[],
) {
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const fits = ({ name }: Mentionable) => name.toLowerCase().startsWith((typed ?? '').toLowerCase());
  const offered = typed === null ? [] : people.filter(fits).slice(0, 6);
  const marked = offered[Math.min(at, offered.length - 1)] ?? null;

  const caret = useRef(-1);
  const follow = (field: HTMLTextAreaElement) => {
    caret.current = field.selectionStart;
    setTyped(document.activeElement === field ? findMentionBefore(field.value, field.selectionStart) : null);
  };
  /** Only a caret that moved: the key that closed the list comes up as well, and does not open it again. */
  const moved = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) =>
    currentTarget.selectionStart === caret.current ? undefined : follow(currentTarget);
  const choose = ({ name }: Mentionable) => {
    const text = area.current?.value ?? '';
    const end = area.current?.selectionStart ?? text.length;
    const before = text.slice(0, end - (typed ?? '').length) + name;
    const after = text.slice(end);
    setText(before + (after.startsWith(' ') ? after : ` ${after}`));
    setTyped(null);
    setAt(0);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(before.length + 1, before.length + 1);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!marked || event.ctrlKey || event.metaKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => setAt((at + 1) % offered.length),
      ArrowUp: () => setAt((at + offered.length - 1) % offered.length),
      Enter: () => choose(marked),
      Tab: () => choose(marked),
      Escape: () => setTyped(null),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const control = {
    ref: area,
    onKeyUp: moved,
    onClick: moved,
    onBlur: () => setTyped(null),
    onKeyDown,
    'aria-autocomplete': 'list' as const,
    'aria-controls': offered.length > 0 ? listId : undefined,
    'aria-activedescendant': marked ? `${listId}-${marked.id}` : undefined,
  };
  return { control, follow, offered, marked, listId, choose };
}

import { findMentionBefore, type Mentionable } from '@parley/domain/thread/mention';
import { type KeyboardEvent, type SyntheticEvent, useId, useRef, useState } from 'react';

/** Offers the people whose name begins with what follows an @, while it is being typed. */
export function useMention(text: string, setText: (text: string) => void, people: readonly Mentionable[]) {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const typed = caret === null ? null : findMentionBefore(text, caret);
  const fits = ({ name }: Mentionable) => name.toLowerCase().startsWith((typed ?? '').toLowerCase());
  const offered = typed === null ? [] : people.filter(fits).slice(0, 6);
  const marked = offered[Math.min(at, offered.length - 1)] ?? null;

  const follow = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    setCaret(document.activeElement === currentTarget ? currentTarget.selectionStart : null);
  };
  const choose = ({ name }: Mentionable) => {
    const end = caret ?? text.length;
    const before = text.slice(0, end - (typed ?? '').length) + name;
    const after = text.slice(end);
    setText(before + (after.startsWith(' ') ? after : ` ${after}`));
    setCaret(null);
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
      Escape: () => setCaret(null),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const control = {
    ref: area,
    onSelect: follow,
    onBlur: () => setCaret(null),
    onKeyDown,
    'aria-autocomplete': 'list' as const,
    'aria-controls': offered.length > 0 ? listId : undefined,
    'aria-activedescendant': marked ? `${listId}-${marked.id}` : undefined,
  };
  return { control, offered, marked, listId, choose };
}

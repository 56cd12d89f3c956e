import { findMentionBefore, type Mentionable } from '@parley/domain/thread/mention';
import { type KeyboardEvent, type RefObject, type SyntheticEvent, useId, useRef, useState } from 'react';
import { writeInto } from '../../components/form/use-quiet-field.tsx';

/** Offers the people whose name begins with what follows an @, while it is being typed. */
export function useMention(area: RefObject<HTMLTextAreaElement | null>, people: readonly Mentionable[]) {
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const fits = ({ name }: Mentionable) => name.toLowerCase().startsWith((typed ?? '').toLowerCase());
  const offered = typed === null ? [] : people.filter(fits).slice(0, 6);
  const marked = offered[Math.min(at, offered.length - 1)] ?? null;

  const caret = useRef(-1);
  /** Where the @ stands whose names were closed. */
  const closed = useRef(-1);
  const follow = (field: HTMLTextAreaElement) => {
    caret.current = field.selectionStart;
    const begun = document.activeElement === field ? findMentionBefore(field.value, field.selectionStart) : null;
    const from = begun === null ? -1 : field.selectionStart - begun.length - 1;
    if (from !== closed.current) closed.current = -1;
    setTyped(from === closed.current ? null : begun);
  };
  const close = () => {
    closed.current = caret.current - (typed ?? '').length - 1;
    setTyped(null);
  };
  /** Names are offered to who types: a caret that is led elsewhere finds a text and no list. */
  const moved = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    if (currentTarget.selectionStart === caret.current) return;
    caret.current = currentTarget.selectionStart;
    setTyped(null);
  };
  const choose = ({ name }: Mentionable) => {
    if (area.current) writeMention(area.current, typed ?? '', name);
    setTyped(null);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!marked || event.ctrlKey || event.metaKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => setAt((at + 1) % offered.length),
      ArrowUp: () => setAt((at + offered.length - 1) % offered.length),
      Enter: () => choose(marked),
      Tab: () => choose(marked),
      Escape: close,
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

/** Puts a name where its beginning stands before the caret, and a space behind it; what of it stands there already is taken in. */
function writeMention(field: HTMLTextAreaElement, begun: string, name: string): void {
  const at = field.selectionStart;
  const after = field.value.slice(at);
  const rest = name.slice(begun.length);
  const known = after.toLowerCase().startsWith(rest.toLowerCase()) ? rest.length : 0;
  const space = after.startsWith(' ', known) ? 1 : 0;
  writeInto(field, [at - begun.length, at + known + space], `${name} `);
}

import { useEffect, useRef } from 'react';

export type Shortcut = {
  /** `/`, `?`, `j`, or two keys in a row: `g t`. */
  keys: string;
  /** What it does, as the list shows it. */
  label: string;
  act: () => void;
};

const active = new Set<{ current: readonly Shortcut[] }>();

/** Offers keys while the component is on the screen; the last one mounted wins. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const held = useRef(shortcuts);
  useEffect(() => {
    held.current = shortcuts;
  });
  useEffect(() => {
    active.add(held);
    return () => {
      active.delete(held);
    };
  }, []);
}

/** All that work now, the last mounted first, each key once. */
export function activeShortcuts(): Shortcut[] {
  const all = [...active].reverse().flatMap(({ current }) => current);
  return all.filter((one, index) => all.findIndex(({ keys }) => keys === one.keys) === index);
}

/** Follows a sequence of keys: returns the shortcut it completes, and what to remember for the next key. */
export function matchKey(key: string, before: string, shortcuts: readonly Shortcut[]) {
  const sequence = before === '' ? key : `${before} ${key}`;
  const hit = shortcuts.find(({ keys }) => keys === sequence) ?? shortcuts.find(({ keys }) => keys === key);
  if (hit) return { hit, before: '' };
  const begun = shortcuts.some(({ keys }) => keys.startsWith(`${key} `));
  return { hit: null, before: begun ? key : '' };
}

/** Whether the key belongs to what has the focus rather than to the page. */
function belongsToField(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="menuitem"], [role="tab"]');
}

/** Listens for the whole window; call once, in the layout. */
export function useShortcutListener(): void {
  useEffect(() => {
    let before = '';
    let forget: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return sendForm(event);
      // as it is in most programs, from a field too
      const search = event.key === 'k' && (event.ctrlKey || event.metaKey);
      if (!search && (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || belongsToField(event))) return;
      if (document.querySelector('dialog[open]')) return;
      const found = matchKey(search ? '/' : event.key, before, activeShortcuts());
      before = found.before;
      clearTimeout(forget);
      forget = setTimeout(() => {
        before = '';
      }, 1500);
      if (!found.hit) return;
      event.preventDefault();
      found.hit.act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** ctrl or ⌘ with Enter sends the form that is being written in. */
function sendForm(event: KeyboardEvent): void {
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  form.requestSubmit();
}

import { mergeMissions } from '@parley/domain/mission/merge';
import type { MissionDocument } from '@parley/domain/mission/mission';
import { useEffect, useRef, useState } from 'react';

type Step = { before: MissionDocument; after: MissionDocument };
type Steps = { past: readonly Step[]; future: readonly Step[] };

const most = 200;

/**
 * What was done to the mission since it was opened, to be taken back and done again. A step is taken back out of what stands
 * now: what came in from elsewhere since stays.
 */
export function useHistory(now: MissionDocument, change: (next: MissionDocument) => void) {
  const [{ past, future }, setSteps] = useState<Steps>({ past: [], future: [] });
  const record = (before: MissionDocument, after: MissionDocument) =>
    setSteps((so) => ({ past: [...so.past, { before, after }].slice(-most), future: [] }));
  const undo = () => {
    const step = past.at(-1);
    if (!step) return;
    setSteps({ past: past.slice(0, -1), future: [...future, step] });
    change(mergeMissions({ base: step.after, mine: step.before, newer: now }).document);
  };
  const redo = () => {
    const step = future.at(-1);
    if (!step) return;
    setSteps({ past: [...past, step], future: future.slice(0, -1) });
    change(mergeMissions({ base: step.before, mine: step.after, newer: now }).document);
  };
  const history = { record, undo, redo, hasPast: past.length > 0, hasFuture: future.length > 0 };
  useHistoryKeys(history);
  return history;
}

type History = { undo: () => void; redo: () => void; hasPast: boolean; hasFuture: boolean };

/** A field takes back its own typing first; one that is as it was opened leaves the key to the whole editing. */
function leavesKey(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable) return false;
  return !target.matches('input, textarea, select') || target.matches('[data-mission] textarea[data-untyped]');
}

/** ctrl or ⌘ with Z, with shift or Y for the way back, anywhere on the page. */
function useHistoryKeys(history: History): void {
  const held = useRef(history);
  useEffect(() => {
    held.current = history;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y') || event.defaultPrevented) return;
      if (!leavesKey(event.target) || document.querySelector('dialog[open]')) return;
      const isRedo = key === 'y' || event.shiftKey;
      if (!(isRedo ? held.current.hasFuture : held.current.hasPast)) return;
      event.preventDefault();
      if (event.target instanceof HTMLElement && event.target.matches('textarea')) event.target.blur();
      if (isRedo) held.current.redo();
      else held.current.undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

import { moveLine, moveTo, type Spot } from '@parley/domain/mission/move';
import { type PastePlace, pasteLines } from '@parley/domain/mission/paste';
import { createContext, use, useMemo } from 'react';
import { todayIn } from '../../lib/format.ts';
import { newId } from '../../lib/new-id.ts';
import { usePerson } from '../../lib/person.ts';
import type { Edit } from './use-mission.ts';
import { useWriting } from './use-writing.ts';

/** Keeps what a paste had too much of. */
export const LeftContext = createContext<(lines: readonly string[]) => void>(() => undefined);

let known = { minute: 0, zone: '', today: '' };

/** Asked for at every key, and worked out once a minute. */
function todayAt(zone: string): string {
  const minute = Math.floor(Date.now() / 60_000);
  if (known.minute !== minute || known.zone !== zone) known = { minute, zone, today: todayIn(zone) };
  return known.today;
}

/** How the person writes numbers and days, and what day it is for them. */
export function useAsked() {
  const { locale, zone } = usePerson();
  const today = todayAt(zone);
  // the same until midnight: what a line says is read anew when this changes
  return useMemo(() => ({ locale, today }), [locale, today]);
}

/** What is done to lines, whatever their kind; null for a reader. */
export function useLines(edit: Edit | null) {
  const asked = useAsked();
  const writing = useWriting();
  const keepLeft = use(LeftContext);
  if (!edit) return null;
  return {
    /** One step up or down; the keyboard goes along. */
    move: (id: string, by: -1 | 1) => {
      edit.change((now) => moveLine(now, id, by));
      writing.focus(id);
    },
    drop: (id: string, spot: Spot) => edit.change((now) => moveTo(now, id, spot)),
    /** Several lines at once. */
    paste: (place: PastePlace, text: string) => {
      let left: string[] = [];
      edit.change((now) => {
        const pasted = pasteLines(now, place, text, { ...asked, newId });
        left = pasted.left;
        return pasted.document;
      });
      if (left.length > 0) keepLeft(left);
      return true;
    },
  };
}

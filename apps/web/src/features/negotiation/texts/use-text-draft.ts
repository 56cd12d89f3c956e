import { useState } from 'react';
import { z } from 'zod';
import { drafts } from '../../../lib/drafts.ts';
import { usePerson } from '../../../lib/person.ts';
import { useKeeping } from '../../../lib/use-draft.ts';

const kept = z.object({ of: z.string(), text: z.string() });

/**
 * A composed text as its owner has changed it, in this browser only. Until it is changed it follows the fields; `stale` says
 * that they have changed since.
 */
export function useTextDraft(name: string, words: string) {
  const { id } = usePerson();
  const [edit, show] = useState(() => kept.safeParse(drafts.read(id, name)).data ?? null);
  const { state, keep, clear } = useKeeping(id, name);
  const write = (text: string) => {
    const next = { of: edit?.of ?? words, text };
    show(next);
    keep(next);
  };
  const reset = () => {
    show(null);
    clear();
  };
  return { text: edit?.text ?? words, edited: edit !== null, stale: edit !== null && edit.of !== words, state, write, reset };
}

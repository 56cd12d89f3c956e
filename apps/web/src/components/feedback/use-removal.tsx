import { useState } from 'react';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useUndo } from './undo-bar.tsx';

/** Takes things off the screen at once and off the server eight seconds later, unless it is undone. */
export function useRemoval(remove: (id: string) => Promise<unknown>, message: string) {
  const offerUndo = useUndo();
  const [gone, setGone] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const bringBack = (id: string) => setGone((ids) => ids.filter((one) => one !== id));
  const settle = (id: string) => {
    remove(id).catch((error: unknown) => {
      bringBack(id);
      setFailure(failureOf(error));
    });
  };
  return {
    isGone: (id: string) => gone.includes(id),
    failure,
    remove: (id: string) => {
      setFailure(null);
      setGone((ids) => [...ids, id]);
      offerUndo({ message, undo: () => bringBack(id), settle: () => settle(id) });
    },
  };
}

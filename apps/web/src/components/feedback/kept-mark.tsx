import { useSyncExternalStore } from 'react';
import type { Told } from '../../lib/use-draft.ts';
import { SavedMark } from './saved-mark.tsx';

/** The quiet word beside a field that holds its words itself; `quiet` says no more than that they are not kept. */
export function KeptMark({ told, quiet = false }: { told: Told; quiet?: boolean }) {
  const state = useSyncExternalStore(told.listen, () => (quiet && told.now() !== 'failed' ? 'clean' : told.now()));
  return quiet && state !== 'failed' ? null : <SavedMark state={state} />;
}

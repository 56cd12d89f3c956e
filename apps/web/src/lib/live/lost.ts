type Listener = () => void;

const listeners = new Set<Listener>();
let since: number | null = null;

/** Since when nothing has been heard of what others do, in milliseconds; null while the stream stands. */
export const lostSince = (): number | null => since;

/** Told at every change. Returns how to stop listening. */
export function listenForLoss(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellLoss(at: number | null): void {
  if (at === since) return;
  since = at;
  for (const listener of listeners) listener();
}

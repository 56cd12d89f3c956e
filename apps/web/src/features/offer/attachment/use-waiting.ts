import { useSyncExternalStore } from 'react';

/** Letters chosen before there is an offer to keep them with, by the opening; in this window alone, and nowhere else. */
const waiting = new Map<string, File>();
const listeners = new Set<() => void>();

function put(opportunityId: string, file: File | null): void {
  if (file) waiting.set(opportunityId, file);
  else waiting.delete(opportunityId);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The file that waits for an offer of this opening. */
export function useWaiting(opportunityId: string) {
  const file = useSyncExternalStore(subscribe, () => waiting.get(opportunityId) ?? null);
  return { file, wait: (next: File | null) => put(opportunityId, next) };
}

/** Hands it over, once. */
export function takeWaiting(opportunityId: string): File | null {
  const file = waiting.get(opportunityId) ?? null;
  put(opportunityId, null);
  return file;
}

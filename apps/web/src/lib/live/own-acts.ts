const presses = new Set<string>();
const said = new Map<string, readonly string[]>();

/** A press of this window's: what the stream says of it is known here already. */
export function rememberPress(key: string): void {
  presses.add(key);
  for (const old of presses) {
    if (presses.size <= 200) return;
    presses.delete(old);
  }
}

export const isOwnPress = (key: string): boolean => presses.has(key);

/** What the server says, with the answer of an act, that it makes stale. */
export function learnStale(url: string, header: string | null): void {
  const path = /\/trpc\/([\w.]+)/.exec(url)?.[1];
  if (path && header !== null) said.set(path, header.split(' ').filter(Boolean));
}

/** What the last answer of this act has said. */
export const staleAfter = (path: string): readonly string[] => said.get(path) ?? [];

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'parley:draft:';
const kept = 30 * 86_400_000;

/**
 * Typed text that has not been sent, in this browser only, per person; gone on sign-out and after thirty days.
 * A browser without storage, or a full one, simply keeps none.
 */
export function makeDrafts(store: Store, now: () => number) {
  const place = (person: string, name: string) => `${prefix}${person}:${name}`;

  /** What was typed, or null. */
  function read(person: string, name: string): unknown {
    const held = parse(quietly(() => store.getItem(place(person, name))));
    return held && now() - held.at < kept ? held.value : null;
  }

  /** True when it is held. */
  function write(person: string, name: string, value: unknown): boolean {
    return (
      quietly(() => {
        store.setItem(place(person, name), JSON.stringify({ at: now(), value }));
        return true;
      }) === true
    );
  }

  function clear(person: string, name: string): void {
    quietly(() => store.removeItem(place(person, name)));
  }

  /** On sign-out: everything of this person. */
  function clearAll(person: string): void {
    const mine = quietly(() => names(store).filter((name) => name.startsWith(`${prefix}${person}:`))) ?? [];
    for (const name of mine) quietly(() => store.removeItem(name));
  }

  /** On start: what nobody came back for. */
  function sweep(): void {
    const old = (name: string) => {
      const held = parse(store.getItem(name));
      return name.startsWith(prefix) && (!held || now() - held.at >= kept);
    };
    quietly(() => {
      for (const name of names(store).filter(old)) store.removeItem(name);
    });
  }

  return { read, write, clear, clearAll, sweep };
}

function names(store: Store): string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index)).filter((name) => name !== null);
}

function parse(text: string | null | undefined): { at: number; value: unknown } | null {
  const held: unknown = quietly(() => JSON.parse(text ?? 'null'));
  if (typeof held !== 'object' || held === null) return null;
  const at: unknown = Reflect.get(held, 'at');
  return typeof at === 'number' ? { at, value: Reflect.get(held, 'value') } : null;
}

/** Storage may be forbidden or full; a draft is a courtesy, never a reason to fail. */
function quietly<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

const nowhere: Store = { length: 0, key: () => null, getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** The browser's storage; for the sample, where nothing is kept, none. */
const place = quietly(() => (globalThis.location.pathname.startsWith('/sample') ? nowhere : globalThis.localStorage));

/** The browser's drafts. */
export const drafts = makeDrafts(place ?? nowhere, Date.now);

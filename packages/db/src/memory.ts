import type { z } from 'zod';

/** What a table keeps sealed, and how it reads once opened: declared once, for sealing and for opening. */
export type Content<T> = { table: string; schema: z.ZodType<T> };

const tables = new Set<string>();

/** Declares it, at load. Throws when the table has one: two would put each other out of the memory at every read. */
export function content<T>(table: string, schema: z.ZodType<T>): Content<T> {
  if (tables.has(table)) throw new Error(`What ${table} keeps sealed is declared twice.`);
  tables.add(table);
  return { table, schema };
}

type Opened = { kind: object; key: Buffer; bind: string; value: unknown; size: number; at: number };
type Unwrapped = { owner: string; key: Buffer; at: number };

/** What was opened before, found by its sealed bytes alone: who was not given those by both walls finds nothing. */
export type Memory = {
  key: (owner: string, wrapped: string, unwrap: () => Buffer) => Buffer;
  open: <T>(kind: Content<T>, seal: { key: Buffer; bind: string; sealed: string }, open: () => T) => T;
  /** How many keys and contents it holds now. */
  held: () => { keys: number; contents: number };
};

export type MemoryLimits = {
  /** Characters of sealed text at most, and keys at most. */
  size: number;
  keys: number;
  /** Milliseconds after which what was opened is forgotten, used or not. */
  age: number;
};

const usual: MemoryLimits = { size: 64_000_000, keys: 20_000, age: 600_000 };

function isOf<T>(found: Opened, kind: Content<T>): found is Opened & { value: T } {
  return found.kind === kind;
}

/** Nothing that was remembered may be changed by who reads it. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** The oldest go first: a map keeps the order in which its keys came. */
function dropOldest<T>(map: Map<string, T>, isOver: (value: T) => boolean, drop: (value: T) => void): void {
  for (const [name, value] of map) {
    if (!isOver(value)) return;
    map.delete(name);
    drop(value);
  }
}

/**
 * Keys by their wrapped bytes, content by its sealed bytes, within bounds of size and age. A rotated key wraps to other
 * bytes, a changed row seals to other bytes, and what is gone is asked for by nobody: nothing has to be told.
 */
export function createMemory(limits: Partial<MemoryLimits> = {}, clock: () => number = () => performance.now()): Memory {
  const { size: most, keys: mostKeys, age } = { ...usual, ...limits };
  const keys = new Map<string, Unwrapped>();
  const opened = new Map<string, Opened>();
  let size = 0;

  const forget = (one: Opened) => {
    size -= one.size;
  };

  return {
    held: () => ({ keys: keys.size, contents: opened.size }),
    key(owner, wrapped, unwrap) {
      const now = clock();
      const found = keys.get(wrapped);
      if (found?.owner === owner && found.at + age > now) return found.key;
      const key = unwrap();
      keys.delete(wrapped);
      keys.set(wrapped, { owner, key, at: now });
      dropOldest(
        keys,
        (one) => keys.size > mostKeys || one.at + age <= now,
        () => {},
      );
      return key;
    },
    open(kind, { key, bind, sealed }, open) {
      const now = clock();
      const found = opened.get(sealed);
      // the same key object: it was unwrapped from the bytes that this very call was given
      if (found && found.key === key && found.bind === bind && found.at + age > now && isOf(found, kind)) return found.value;
      const value = freeze(open());
      if (found) forget(found);
      opened.delete(sealed);
      opened.set(sealed, { kind, key, bind, value, size: sealed.length, at: now });
      size += sealed.length;
      // what is too old to be answered is not kept either, or a busy day's content would lie here until the bound is met
      dropOldest(opened, (one) => size > most || one.at + age <= now, forget);
      return value;
    },
  };
}

import { createHash } from 'node:crypto';

/** A value on its way to PostgreSQL: text, raw bytes, or nothing. */
type Wire = string | Buffer | null;

/** How a value travels: the types it has in PostgreSQL, and what its text becomes here. */
export type Code<T> = { types: readonly string[]; read: (text: string | null) => T };

export type Columns = Readonly<Record<string, Code<unknown>>>;

/** The row that columns make. */
export type RowOf<C extends Columns> = { [Name in keyof C]: C[Name] extends Code<infer T> ? T : never };

type ValuesOf<P extends readonly Code<unknown>[]> = { [At in keyof P]: P[At] extends Code<infer T> ? T : never };

/** One statement as it was declared: what a test compares with the database. */
export type Declared = {
  /** As people read it in a log. */
  name: string;
  /** As connections know it: with a piece of its text, so that two versions of the program never mean different things. */
  key: string;
  text: string;
  takes: readonly Code<unknown>[];
  gives: Columns;
  /** Its rows carry owners' keys. */
  keys: boolean;
};

/** A statement with its values, ready for a flush; `read` makes a row of the fields that come back. */
export type Bound<R> = { declared: Declared; values: readonly Wire[]; read: (fields: readonly (string | null)[]) => R };

/** The row that a declared statement gives. */
export type RowIn<S extends (...values: never[]) => Bound<unknown>> = ReturnType<ReturnType<S>['read']>;

function code<T>(types: readonly string[], read: (text: string) => T): Code<T> {
  return {
    types,
    read(text) {
      if (text === null) throw new Error('A column that is never empty was empty.');
      return read(text);
    },
  };
}

const asIs = (text: string) => text;
/** `2026-11-20 12:00:00.5+00`, which is what a connection in UTC says. */
const instant = (text: string) => new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);

export const uuid = code(['uuid'], asIs);
export const text = code(['text', 'varchar'], asIs);
export const int = code(['int4'], Number);
/** A number that only grows: it stays far below what a number of the program holds exactly. */
export const count = code(['int8'], Number);
export const bool = code(['bool'], (value) => value === 't');
export const time = code(['timestamptz'], instant);
/** A day without a zone, `2026-11-20`. */
export const civil = code(['date'], asIs);
/** Sealed content as it is kept, `\x…`: opened by its owner's key, never shown. */
export const sealed = code(['bytea'], asIs);
/** A person's or a council's key under the master key; the column `ownerId` beside it says whose. */
export const wrapped = code(['bytea'], asIs);
/** Bytes that were sealed just now, on their way in. */
export const bytes = code(['bytea'], (value): Uint8Array => Buffer.from(value.slice(2), 'hex'));
/** JSON, checked by a schema. */
export const json = <T>(schema: { parse: (value: unknown) => T }) => code(['jsonb'], (value) => schema.parse(JSON.parse(value)));
/** One of a closed list of words; `type` is the enum's name in the database. */
export function word<const W extends string>(type: string, words: readonly W[]): Code<W> {
  return code([type], (value) => {
    const found = words.find((one) => one === value);
    if (found === undefined) throw new Error(`The database knows a word of ${type} that the program does not.`);
    return found;
  });
}
/** A list of one kind of value; only on the way in. */
export const listOf = <T>({ types }: Code<T>): Code<readonly T[]> =>
  code([`_${types[0]}`], () => {
    throw new Error('A list is asked as rows.');
  });
/** The same, or nothing. */
export const maybe = <T>({ types, read }: Code<T>): Code<T | null> => ({
  types,
  read: (value) => (value === null ? null : read(value)),
});

const quoted = (value: unknown) => (value === null ? 'NULL' : `"${String(wire(value)).replace(/["\\]/g, '\\$&')}"`);

function wire(value: unknown): Wire {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (Array.isArray(value)) return `{${value.map(quoted).join(',')}}`;
  return JSON.stringify(value);
}

function isRow<C extends Columns>(row: object, columns: C): row is RowOf<C> {
  return Object.keys(columns).every((name) => name in row);
}

const declared = new Map<string, Declared>();

/** Every statement that the loaded program declares. */
export const declaredStatements = (): readonly Declared[] => [...declared.values()];

/**
 * Declares a statement once, at load. `gives` names the columns in their order: `ownerId` is `owner_id` in the text. A test
 * prepares each on a migrated database and compares names, order and types. Throws when a name is taken.
 */
export function statement<const P extends readonly Code<unknown>[], const C extends Columns>(given: {
  name: string;
  text: string;
  takes: P;
  gives: C;
}): (...values: ValuesOf<P>) => Bound<RowOf<C>> {
  if (declared.has(given.name)) throw new Error(`Two statements are called ${given.name}.`);
  const key = `${given.name}_${createHash('sha256').update(given.text).digest('hex').slice(0, 12)}`;
  const one = { ...given, key, keys: 'ownerId' in given.gives && Object.values(given.gives).includes(wrapped) };
  declared.set(given.name, one);
  const columns = Object.entries<Code<unknown>>(given.gives);

  const read = (fields: readonly (string | null)[]) => {
    const row: Record<string, unknown> = {};
    const asDeclared = fields.length === columns.length;
    if (asDeclared) for (const [at, [name, column]] of columns.entries()) row[name] = column.read(fields[at] ?? null);
    if (!asDeclared || !isRow(row, given.gives)) throw new Error(`${given.name} answers other columns than it declares.`);
    return row;
  };
  return (...values) => ({ declared: one, values: values.map(wire), read });
}

/**
 * Declares a change that must find its row: `text` updates or deletes, and the database refuses with a conflict, undoing all
 * of the act, when nothing was there to change.
 */
export function mustChange<const P extends readonly Code<unknown>[]>(given: { name: string; takes: P; text: string }) {
  const { name, takes } = given;
  const whole = `with hit as (${given.text} returning 1) select must_hit(count(*))::text as hit from hit`;
  return statement({ name, takes, gives: { hit: text }, text: whole });
}

/**
 * Declares the taking of a turn: whoever takes the same one waits until this act has ended. `turn` computes its number from
 * the one value; `from` names the row that it is read from, where the value alone does not say.
 */
export function holdTurn({ name, turn, from = '' }: { name: string; turn: string; from?: string }) {
  const source = from && ` from ${from}`;
  return statement({
    name,
    takes: [uuid],
    gives: { held: maybe(text) },
    text: `select hold_turn(${turn})::text as held${source}`,
  });
}

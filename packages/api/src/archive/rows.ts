import type { Content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import {
  type Bound,
  bool,
  type Code,
  civil,
  int,
  maybe,
  sealed,
  statement,
  text,
  time,
  uuid,
  word,
  wrapped,
} from '@parley/db/statement';
import type { ArchiveRow } from '@parley/domain/archive/archive';
import { civilDate, id as idInput, instant } from '@parley/domain/kernel/input';
import { z } from 'zod';

/*
 * What a table gives to an archive and takes from one, declared once: the statement that reads the viewer's own rows, the form
 * in which a row stands there, and the statement that puts it back. A test walks the catalogue of the database: a table, or a
 * column, that is neither declared here nor named with its reason fails it.
 */

/** A column as the database has it, and as an archive shows it. */
type Column = { code: Code<unknown>; form: z.ZodType };
type Columns = Readonly<Record<string, Column>>;

export const id: Column = { code: uuid, form: idInput };
export const number: Column = { code: int, form: z.int().min(0).max(2_000_000_000) };
export const flag: Column = { code: bool, form: z.boolean() };
export const at: Column = { code: time, form: instant };
export const on: Column = { code: civil, form: civilDate };
export const words: Column = { code: text, form: z.string().max(200) };
export const empty = ({ code, form }: Column): Column => ({ code: maybe(code), form: form.nullable() });
/** A column that archives of an earlier version lack: they read as this. */
export const since = ({ code, form }: Column, value: string | null): Column => ({ code, form: form.default(value) });
export const oneOf = (type: string, list: readonly [string, ...string[]]): Column => ({
  code: word(type, list),
  form: z.enum(list),
});

/** `negotiationId` → `"negotiation_id"`; both names are written in this program. */
const column = (name: string) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;

type Given = Record<string, unknown>;

/** How a table's rows come back from an archive. */
type Return = {
  /** The columns that say whose a row is: the viewer. */
  own: readonly string[];
  /** The column whose row must come back too: what hangs on another's thing stays in the archive. */
  on?: string;
  /** Columns that are set once everything is there. */
  later?: readonly string[];
};

type Keeping<T> = {
  content?: Content<T>;
  /** The column that the content is sealed in, and whose key it is sealed with. */
  sealedIn?: string;
  key?: string;
  /** Which rows are the viewer's own. */
  mine: string;
  /** The name that a seal is bound to; the id, unless said otherwise. */
  bound?: (row: Given, viewerId: string) => string;
  returns?: Return;
};

/** A table as archives know it. */
export type KeptTable = {
  table: string;
  columns: readonly string[];
  ask: () => Bound<Given>;
  /** A row as it stands in an archive. */
  show: (open: Ring['open'], row: Given, viewerId: string) => ArchiveRow;
  form: z.ZodType<ArchiveRow>;
  returns:
    | (Return & {
        hold: (seal: Ring['seal'], row: ArchiveRow, viewerId: string) => Bound<unknown>;
        settle: (row: ArchiveRow) => Bound<unknown>[];
      })
    | null;
};

const show = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
const codesOf = (columns: Columns): Record<string, Code<unknown>> =>
  Object.fromEntries(Object.entries(columns).map(([name, { code }]) => [name, code]));
const formOf = (columns: Columns): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(columns).map(([name, { form }]) => [name, form]));

function readerOf<T>(table: string, columns: Columns, { content, sealedIn = 'sealed', key = 't.owner_id', mine }: Keeping<T>) {
  const listed = Object.keys(columns).map((name) => `t.${column(name)}`);
  const order = listed.slice(0, 2).join(', ');
  if (!content)
    return statement({
      name: `archive_${table}`,
      takes: [],
      gives: codesOf(columns),
      text: `select ${listed.join(', ')} from ${table} t where ${mine} order by ${order}`,
    });
  return statement({
    name: `archive_${table}`,
    takes: [],
    gives: { ...codesOf(columns), ownerId: uuid, sealed: sealedIn === 'sealed' ? sealed : maybe(sealed), wrapped },
    text: `select ${listed.join(', ')}, k.owner_id, t.${sealedIn} as sealed, k.wrapped
      from ${table} t join sealing_key k on k.owner_id = ${key} where ${mine} order by ${order}`,
  });
}

const revOf = (row: Given) => (typeof row.rev === 'number' ? row.rev : 1);

/** The content of a row, or null where nothing is sealed. */
function openRow<T>(open: Ring['open'], { content, bound }: Keeping<T>, row: Given, viewerId: string): T | null {
  if (!content || typeof row.sealed !== 'string') return null;
  const name = bound ? bound(row, viewerId) : String(row.id);
  return open(content, { id: name, owner: String(row.ownerId), rev: revOf(row) }, row.sealed);
}

function writerOf<T>(table: string, columns: Columns, { content, bound }: Keeping<T>, { own, later = [] }: Return) {
  const first = Object.keys(columns).filter((name) => !later.includes(name));
  const names = [...first.map(column), ...(content ? ['sealed'] : []), ...own];
  const places = names.map((_, at) => (at < names.length - own.length ? `$${at + 1}` : 'viewer()'));
  const codes = Object.values(codesOf(Object.fromEntries(first.map((name) => [name, columns[name] ?? id]))));
  const insert = statement({
    name: `archive_return_${table}`,
    takes: [...codes, ...(content ? [sealed] : [])],
    gives: {},
    text: `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
  });
  const update =
    later.length === 0
      ? null
      : statement({
          name: `archive_settle_${table}`,
          takes: [uuid, ...later.map((name) => (columns[name] ?? id).code)],
          gives: {},
          text: `update ${table} set ${later.map((name, at) => `${column(name)} = $${at + 2}`).join(', ')} where id = $1`,
        });
  return {
    hold(seal: Ring['seal'], row: ArchiveRow, viewerId: string): Bound<unknown> {
      const values = first.map((name) => row[name] ?? null);
      if (!content) return insert(...values);
      const ref = { id: bound ? bound(row, viewerId) : String(row.id), owner: viewerId, rev: revOf(row) };
      const bytes = seal(content, ref, content.schema.parse(row.content));
      return insert(...values, `\\x${Buffer.from(bytes).toString('hex')}`);
    },
    settle: (row: ArchiveRow): Bound<unknown>[] =>
      update ? [update(String(row.id), ...later.map((name) => row[name] ?? null))] : [],
  };
}

/** Declares what a table gives and takes. `columns` are those in clear, the first two of them the order of the rows. */
export function keep<T>(table: string, columns: Columns, keeping: Keeping<T>): KeptTable {
  const { content, returns, sealedIn } = keeping;
  const written = content && (sealedIn ? content.schema.nullable() : content.schema);
  return {
    table,
    columns: Object.keys(columns),
    ask: readerOf(table, columns, keeping),
    show(open, row, viewerId) {
      const shown = Object.keys(columns).map((name) => [name, show(row[name])]);
      const opened = content ? [['content', openRow(open, keeping, row, viewerId)]] : [];
      return Object.fromEntries([...shown, ...opened]);
    },
    form: z.strictObject({ ...formOf(columns), ...(written ? { content: written } : {}) }),
    returns: returns ? { ...returns, ...writerOf(table, columns, keeping, returns) } : null,
  };
}

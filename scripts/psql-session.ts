import pg from 'pg';
import { showRows } from './psql-table.ts';

export type Session = {
  /** What a statement answers, or what the database says against it. */
  run: (statement: string) => Promise<string>;
  close: () => Promise<void>;
};

const tables = `
  SELECT c.relname AS "table", CASE WHEN relrowsecurity THEN 'walled' ELSE 'open' END AS wall,
    (SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
  FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v') ORDER BY 1`;

const columnsOf = (name: string) => `
  SELECT attname AS "column", format_type(atttypid, atttypmod) AS type, CASE WHEN attnotnull THEN 'always' ELSE '' END AS set,
    pg_get_expr(adbin, adrelid) AS "without it"
  FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE attrelid = to_regclass(${pg.escapeLiteral(name)}) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;

/** What is short for a longer question. */
function expanded(statement: string): string {
  const [, name] = /^\\d(?:\s+([\w.]+))?;?$/.exec(statement.trim()) ?? [null, undefined];
  if (name) return columnsOf(name);
  return /^\\d;?$/.test(statement.trim()) ? tables : statement;
}

type Refusal = { code: string; message: string; detail?: unknown; hint?: unknown; position?: unknown };

function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** The line that the database points at, with a mark beneath. */
function pointed(statement: string, position: unknown): string[] {
  if (typeof position !== 'string') return [];
  const before = statement.slice(0, Number(position) - 1);
  const start = before.lastIndexOf('\n') + 1;
  const line = statement.slice(start).split('\n', 1)[0] ?? '';
  return [`  ${line}`, `  ${' '.repeat(before.length - start)}^`];
}

/** What happened, in the database's words and with its code. */
function refusal(error: unknown, statement: string): string {
  if (!isRefusal(error)) return `The database is gone: ${error instanceof Error ? error.message : String(error)}`;
  const more = [error.detail, error.hint].filter((words) => typeof words === 'string');
  return [`ERROR ${error.code}: ${error.message}`, ...pointed(statement, error.position), ...more].join('\n');
}

type Answer = pg.QueryArrayResult<(string | null)[]>;

const show = ({ fields, rows, command, rowCount }: Answer, width: number) =>
  fields.length > 0
    ? showRows(
        fields.map(({ name }) => name),
        rows,
        width,
      )
    : [command, rowCount].filter((part) => part !== null).join(' ');

/** A connection past the walls (`personId` null, where `url` is a superuser's), or as one person behind them. */
export async function openSession(url: string, personId: string | null, width: number): Promise<Session> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC', connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  if (personId !== null) {
    await client.query("SELECT set_config('app.user_id', $1, false)", [personId]);
    await client.query('SET ROLE parley_user');
  }
  return {
    async run(statement) {
      const text = expanded(statement);
      try {
        const types = { getTypeParser: () => (value: string) => value };
        const answer = await client.query<(string | null)[]>({ text, rowMode: 'array', types });
        return [answer]
          .flat()
          .map((one) => show(one, width))
          .join('\n');
      } catch (error) {
        return refusal(error, text);
      }
    },
    close: () => client.end(),
  };
}

/** Whether what was typed is a whole: it ends in a semicolon outside quotes, or is one of the short words. */
export function isWhole(typed: string): boolean {
  if (/^\s*\\/.test(typed)) return true;
  const bare = typed.replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|"[^"]*"|--[^\n]*/g, '');
  return /;\s*$/.test(bare) && !/['"]|\$\w*\$/.test(bare);
}

import pg from 'pg';

/** All rows of all tables as they were, to begin from again. */
export type KeptTables = {
  restore: () => Promise<void>;
  /** How many rows each table has. */
  counts: () => Promise<Record<string, number>>;
  close: () => Promise<void>;
};

/** Keeps a copy of every row beside the tables, as a superuser, past walls and triggers. */
export async function keepTables(adminUrl: string): Promise<KeptTables> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  const found = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const names = found.rows.map(({ name }) => name);
  await client.query('set session_replication_role = replica; create schema kept');
  for (const name of names) await client.query(`create table kept."${name}" as table public."${name}"`);
  const columns = await client.query<{ name: string; listed: string }>(
    `select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as listed
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1`,
  );
  const refill = columns.rows.map(
    ({ name, listed }) => `insert into public."${name}" (${listed}) overriding system value select ${listed} from kept."${name}"`,
  );
  const count = names.map((name) => `select '${name}' as name, count(*)::int as rows from public."${name}"`).join(' union all ');
  return {
    async restore() {
      const emptied = names.map((name) => `delete from public."${name}"`);
      await client.query(['begin', ...emptied, ...refill, 'commit'].join(';'));
    },
    async counts() {
      const { rows } = await client.query<{ name: string; rows: number }>(count);
      return Object.fromEntries(rows.map(({ name, rows: many }) => [name, many]));
    },
    close: () => client.end(),
  };
}

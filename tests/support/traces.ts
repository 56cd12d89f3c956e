import pg from 'pg';

/** Where an id stands in the whole database, `comment.author_id`, with how often. */
export async function tracesOf(adminUrl: string, id: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const columns = await client.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and data_type <> 'bytea'`,
    );
    const found: Record<string, number> = {};
    for (const { table, column } of columns.rows) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from public."${table}" where "${column}"::text like '%' || $1 || '%'`,
        [id],
      );
      const count = rows[0]?.count ?? 0;
      if (count > 0) found[`${table}.${column}`] = count;
    }
    return found;
  } finally {
    await client.end();
  }
}

import pg from 'pg';

/** An empty database of this name on a PostgreSQL server, an older one replaced; answers its address. */
export async function emptyDatabase(server: string, name: string): Promise<string> {
  await dropDatabase(server, name);
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export const dropDatabase = (server: string, name: string) => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

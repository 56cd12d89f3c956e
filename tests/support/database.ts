import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    database: TestServer;
  }
}

/** The server of this run; both URLs name the migrated template. `pooler`: the port of a PgBouncer before it, where one is tried. */
export type TestServer = { url: string; adminUrl: string; pooler?: number };

export type FreshDatabase = {
  /** As the owner of the database, who is no superuser: what Parley itself uses. */
  url: string;
  /** The same, by way of the pooler where one is tried: what calls are served by. */
  servedUrl: string;
  /** As superuser, whom row-level security does not hold: for looking and for bending what no person could. */
  adminUrl: string;
  drop: () => Promise<void>;
};

const named = (url: string, database: string) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

const through = (url: string, pooler: number | undefined) => {
  const changed = new URL(url);
  if (pooler !== undefined) changed.port = String(pooler);
  return changed.href;
};

/** Runs statements on the server's maintenance database. */
export async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: named(url, 'postgres') });
  client.on('error', () => {});
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A migrated, empty database for one test file. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, adminUrl, pooler } = inject('database');
  const name = `parley_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)}`);
  return {
    url: named(url, name),
    servedUrl: through(named(url, name), pooler),
    adminUrl: named(adminUrl, name),
    // past the owner: a superuser's connection that is just going is ended by a superuser alone
    drop: () => onServer(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

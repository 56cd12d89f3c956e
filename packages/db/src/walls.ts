import type pg from 'pg';

/**
 * Tables are walled for their owner too, so that an UPDATE of a migration would find no row and say nothing. While one
 * is applied their owner passes; those who serve requests own nothing and pass no more than before.
 */
export async function openWalls(client: pg.Client): Promise<void> {
  await alterWalls(client, 'relforcerowsecurity', 'NO FORCE');
}

const keeperLooks = `DO $$
DECLARE name text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_keeper') THEN RETURN; END IF;
  FOR name IN SELECT oid::regclass::text FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND pg_has_role(relowner, 'USAGE') AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polname = 'keeper_looks') LOOP
    EXECUTE format('GRANT SELECT ON %s TO parley_keeper', name);
    EXECUTE format('CREATE POLICY keeper_looks ON %s FOR SELECT TO parley_keeper USING (true)', name);
  END LOOP;
END $$`;

/** Puts the walls back, whatever role a migration has ended in; also those that a start which was killed has left open. */
export async function closeWalls(client: pg.Client): Promise<void> {
  await client.query('RESET ROLE');
  await alterWalls(client, 'relrowsecurity AND NOT relforcerowsecurity', 'FORCE');
}

async function alterWalls(client: pg.Client, which: string, how: 'FORCE' | 'NO FORCE'): Promise<void> {
  const found = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND ${which}
       AND pg_has_role(relowner, 'USAGE') ORDER BY 1`,
  );
  if (found.rows.length === 0) return;
  await client.query(found.rows.map(({ name }) => `ALTER TABLE ${name} ${how} ROW LEVEL SECURITY`).join(';'));
}

/** Who keeps the house copies every row, sealed as it is, without being the database's superuser: of new tables too. */
export async function letKeeperLook(client: pg.Client): Promise<void> {
  await client.query(keeperLooks);
}

import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, readCatalogue } from '../../scripts/walls-catalogue.ts';
import { printWalls, wholeUpdates } from '../../scripts/walls-print.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const written = readFileSync(new URL('../../prisma/walls.sql', import.meta.url), 'utf8');

let database: FreshDatabase;
let client: pg.Client;
let today: Catalogue;

beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client(database.adminUrl);
  await client.connect();
  today = await readCatalogue(client);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What is read while the wall is otherwise, and is as before afterwards. */
async function changed(...statements: string[]): Promise<Catalogue> {
  await client.query('begin');
  try {
    for (const statement of statements) await client.query(statement);
    return await readCatalogue(client);
  } finally {
    await client.query('rollback');
  }
}

describe('the walls', () => {
  it('stand as prisma/walls.sql says: where they should differ, npm run walls writes it anew', () => {
    expect(printWalls(today)).toBe(written);
  });

  it('let nobody change every column of a row', () => {
    expect(wholeUpdates(today)).toEqual([]);
  });
});

const lines = (text: string) => text.split('\n');

/** Lines that stand in one and not in the other. */
const beyond = (one: string, other: string) => lines(one).filter((line) => !lines(other).includes(line));

describe('no change of a wall is overlooked', () => {
  it.each([
    ['a grant', 'GRANT DELETE ON account TO parley_user', 'GRANT SELECT, DELETE ON account TO parley_user;'],
    ['a grant to everybody', 'GRANT SELECT ON walk_away TO PUBLIC', 'GRANT SELECT ON walk_away TO PUBLIC, parley_keeper;'],
    [
      'a column',
      'GRANT UPDATE (operator) ON account TO parley_user',
      'GRANT UPDATE (operator, rev, sealed) ON account TO parley_user;',
    ],
    ['a role', 'CREATE ROLE parley_x BYPASSRLS; GRANT SELECT ON account TO parley_x', 'CREATE ROLE parley_x NOLOGIN BYPASSRLS;'],
    ['a role in a role', 'GRANT parley_identity TO parley_user', 'GRANT parley_identity TO parley_user;'],
    ['a wall that is off', 'ALTER TABLE ask DISABLE ROW LEVEL SECURITY', '-- outside the walls: no row-level security'],
    ['a wall that its owner passes', 'ALTER TABLE ask NO FORCE ROW LEVEL SECURITY', 'ALTER TABLE ask ENABLE ROW LEVEL SECURITY;'],
    [
      'a policy',
      'CREATE POLICY all_see ON ask FOR SELECT TO parley_user USING (true)',
      'CREATE POLICY all_see ON ask FOR SELECT TO parley_user USING (true);',
    ],
    [
      'a function',
      "CREATE OR REPLACE FUNCTION viewer() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT '00000000-0000-0000-0000-000000000000'::uuid $$",
      "AS $function$ SELECT '00000000-0000-0000-0000-000000000000'::uuid $function$;",
    ],
    [
      'who may call a function',
      'GRANT EXECUTE ON FUNCTION owns_item(uuid) TO PUBLIC',
      'GRANT EXECUTE ON FUNCTION owns_item(uuid) TO PUBLIC, parley_user;',
    ],
    ['a table', 'CREATE TABLE diary (id int)', `-- ${'-'.repeat(64)} diary`],
    [
      'a way into the schema',
      'GRANT CREATE ON SCHEMA public TO parley_user',
      'GRANT CREATE, USAGE ON SCHEMA public TO parley_user;',
    ],
  ])('%s', async (_, statement, line) => {
    const printed = printWalls(await changed(statement));
    expect(printed).not.toBe(written);
    expect(lines(printed)).toContain(line);
  });

  it('a trigger that is gone', async () => {
    expect(beyond(written, printWalls(await changed('DROP TRIGGER stays ON item')))).toContain(
      lines(written).find((line) => line.startsWith('CREATE TRIGGER stays')),
    );
  });

  it.each([
    ['the whole table', 'GRANT UPDATE ON ask TO parley_user', 'ask: parley_user may change all of it'],
    [
      'each column by its name',
      'GRANT UPDATE (account_id, rev, sealed) ON gratitude TO parley_user',
      'gratitude: parley_user may change all of it',
    ],
  ])('%s granted for change', async (_, statement, said) => {
    expect(wholeUpdates(await changed(statement))).toEqual([said]);
  });
});

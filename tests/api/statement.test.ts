import { appRouter } from '@parley/api/router';
import { type Code, type Declared, declaredStatements } from '@parley/db/statement';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { describeStatement } from '../support/describe.ts';

let database: FreshDatabase;
let client: pg.Client;
let names: Map<number, string>;

beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const types = await client.query<{ oid: number; typname: string }>('select oid::int, typname from pg_type');
  names = new Map(types.rows.map(({ oid, typname }) => [oid, typname]));
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** What is declared, where the database says one of the types that it may have. */
const agreed = (code: Code<unknown> | undefined, type: string) => (code?.types.includes(type) ? type : code?.types.join('|'));

async function disagreement(declared: Declared) {
  const { takes, gives } = await describeStatement(client, declared);
  const columns = Object.entries(declared.gives);
  const typeOf = (oid: number) => names.get(oid) ?? String(oid);
  return {
    said: {
      takes: declared.takes.map((code, at) => agreed(code, typeOf(takes[at] ?? 0))),
      gives: columns.map(([name, code], at) => [snake(name), agreed(code, typeOf(gives[at]?.type ?? 0))]),
    },
    is: { takes: takes.map(typeOf), gives: gives.map(({ name, type }) => [name, typeOf(type)]) },
  };
}

describe('every declared statement', () => {
  it('takes and gives what the migrated database says, by name, order and type', async () => {
    expect(Object.keys(appRouter._def.procedures).length).toBeGreaterThan(100);
    // what a test declares for itself is not the product's
    const all = declaredStatements().filter(({ name }) => !name.startsWith('test_'));
    expect(all.length).toBeGreaterThan(20);
    for (const declared of all) {
      const { said, is } = await disagreement(declared);
      // a void column that only raises gives nothing
      expect(said, declared.name).toEqual(is);
    }
  });

  it('would be found when a column is renamed', async () => {
    const [one] = declaredStatements().filter(({ name }) => name === 'threads_of');
    if (!one) throw new Error('There is no such statement.');
    await client.query('begin');
    await client.query('alter table thread rename column block_id to place_id');
    await expect(describeStatement(client, { ...one, key: 'renamed' })).rejects.toThrow('block_id');
    await client.query('rollback');
    const other = { ...one, key: 'other', gives: Object.fromEntries(Object.entries(one.gives).reverse()) };
    const { said, is } = await disagreement(other);
    expect(said).not.toEqual(is);
  });
});

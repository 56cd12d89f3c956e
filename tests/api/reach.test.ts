import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { crowdId, fillCouncils } from '../support/crowd.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { callsOutside } from '../support/policy-calls.ts';

let database: FreshDatabase;
/** Past all walls, until it takes the role of somebody. */
let admin: pg.Client;

const ana = crowdId('person', 1, 1);
const ben = crowdId('person', 1, 2);
const stranger = crowdId('person', 2, 1);
const shared = crowdId('mission', 1, 2);

const connected = async () => {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  return client;
};

beforeAll(async () => {
  database = await freshDatabase();
  await fillCouncils(database.adminUrl, 1, 3);
  admin = await connected();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});
beforeEach(async () => void (await admin.query('rollback; reset role')));

async function ask<T>(sql: string, client = admin): Promise<T[]> {
  return (await client.query(sql)).rows;
}

/** Begins a transaction in which the database serves this person. */
const become = (who: string, client = admin) =>
  client.query(`begin; select set_config('role', 'parley_user', true), set_config('app.user_id', ${who}::text, true)`);

async function count(table: string, where = 'true', client = admin): Promise<number> {
  const [row] = await ask<{ rows: number }>(`select count(*)::int as rows from "${table}" where ${where}`, client);
  return row?.rows ?? Number.NaN;
}

const walled = () =>
  ask<{ name: string }>(`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and has_table_privilege('parley_user', c.oid, 'select') order by 1`);

describe('a policy that shows rows', () => {
  it('asks no function for a row: each is asked in a sub-select, and takes nothing', async () => {
    const policies = await ask<{ name: string; shows: string }>(`
      select format('%s %s', tablename, policyname) as name, qual as shows from pg_policies
      where schemaname = 'public' and cmd in ('SELECT', 'ALL')`);
    expect(policies.length).toBeGreaterThan(30);
    const asking = policies.flatMap(({ name, shows }) => callsOutside(shows).map((call) => `${name}: ${call}`));
    expect(asking).toEqual([]);
  });

  it('reads no other walled table, whose policy would be made ready with it each time; a word about a comment, its thread', async () => {
    const reading = await ask<{ reads: string }>(`
      select p.tablename || ' reads ' || c.relname as reads from pg_policies p join pg_class c
        on c.relnamespace = 'public'::regnamespace and c.relrowsecurity and p.qual ~ ('FROM "?' || c.relname || '"? ')
      where p.schemaname = 'public' and p.cmd in ('SELECT', 'ALL') and 'parley_user' = any (p.roles) order by 1`);
    expect(reading.map(({ reads }) => reads)).toEqual(['reaction reads thread']);
  });

  it('is known by what it would be called for', () => {
    expect(callsOutside('may_read_item(id)')).toEqual(['may_read_item(']);
    expect(callsOutside('(a = ANY (( SELECT sets() AS sets)::uuid[]))')).toEqual([]);
    expect(callsOutside('(EXISTS ( SELECT 1 FROM sets(id) s(a, b) WHERE (s.a = id)))')).toEqual(['sets(']);
    expect(callsOutside('(EXISTS ( SELECT 1 FROM sets() s(a, b) WHERE (s.a = id)))')).toEqual([]);
    expect(callsOutside('( SELECT lower(x.name) FROM x)')).toEqual(['lower(']);
  });

  /** How often functions were called for all that the viewer sees of each table. */
  async function callsFor(who: string): Promise<Record<string, string>> {
    const calls: Record<string, string> = {};
    for (const { name } of await walled()) {
      // what a line has counted grows until it hangs up
      const line = await connected();
      await line.query("set track_functions = 'all'");
      await become(who, line);
      await count(name, 'true', line);
      await line.query('reset role');
      const made = await ask<{ name: string; calls: number }>(
        'select funcname as name, calls::int from pg_stat_xact_user_functions order by 1',
        line,
      );
      calls[name] = made.map((one) => `${one.name} ${one.calls}`).join(', ');
      await line.end();
    }
    return calls;
  }

  it('is asked as often of twenty councils as of three, also about people who have left', async () => {
    await admin.query(
      `update membership set state = 'left', ended_at = now() - interval '20 hours' where account_id = ${crowdId('person', 1, 4)}`,
    );
    const few = await callsFor(ana);
    await fillCouncils(database.adminUrl, 4, 20);
    expect(await callsFor(ana)).toEqual(few);
    expect(few.comment).toContain('heard_before 1');
    const left = `author_id = ${crowdId('person', 1, 4)} and owner_id not in (author_id, ${ana})`;
    await become(ana);
    expect(await count('comment', left)).toBeGreaterThan(10);
    await admin.query('rollback');
    await admin.query("update membership set ended_at = now() - interval '2 days' where state = 'left'");
    await become(ana);
    expect(await count('comment', left)).toBe(0);
  });
});

describe('what was found to reach somebody', () => {
  async function seen(): Promise<number[]> {
    const rows = [];
    for (const table of ['item', 'mission', 'comment', 'council', 'account']) rows.push(await count(table));
    return rows;
  }

  it('is not made wider by a setting that somebody makes up', async () => {
    await become(stranger);
    const before = await seen();
    const wide = `${stranger}::text || '|Infinity|' || (select array[${shared}, ${ana}, ${ben}]::text)`;
    const names = ['councils', 'people', 'heard', 'keys', 'shares', 'items', 'roots', 'talks', 'missions', 'offers'];
    for (const name of names)
      for (const place of [`app.reach_${name}`, `app.reach_.${name}`, `app.reach_x.${name}`])
        await admin.query(`select set_config('${place}', ${wide}, true), set_config('${place}', ${wide}, false)`);
    expect(await seen()).toEqual(before);
    expect(await count('mission', `id = ${shared}`)).toBe(0);
  });

  it('stands under a name that nobody is told, kept by functions that nobody else may call', async () => {
    const [{ word } = { word: '' }] = await ask<{ word: string }>('select word from reach_key');
    expect(word).toMatch(/^[0-9a-f]{64}$/);
    await become(ben);
    expect(await count('mission')).toBe(5);
    const settings = JSON.stringify([await ask('show all'), await ask('select * from pg_settings')]);
    expect(settings).toContain('search_path');
    expect(settings).not.toContain(word);
    // the control: who knows the word would see and write
    expect((await ask<{ items: string }>(`select current_setting('app.reach_${word}.items') as items`))[0]?.items).toContain(
      'Infinity',
    );
    for (const sql of [
      'select word from reach_key',
      "select learn_shares('app.x.')",
      "select learn_seats('app.x.')",
      'select forget_reach()',
      `select ways_to_read(${shared}, ${ana})`,
      `select answerers(${shared}, ${ana})`,
    ]) {
      await become(ben);
      await expect(ask(sql), sql).rejects.toThrow('permission denied');
      await admin.query('rollback');
    }
  });

  it('counts for the one viewer for whom it was found, and for one transaction', async () => {
    await become(ben);
    expect(await count('mission')).toBe(5);
    await admin.query(`select set_config('app.user_id', ${stranger}::text, true)`);
    expect(await count('mission', `id = ${shared}`)).toBe(0);
    await admin.query("select set_config('app.user_id', '', true)");
    expect(await seen()).toEqual([0, 0, 0, 0, 0]);
    await admin.query('commit');
    await become(stranger);
    expect(await count('mission', `id = ${shared}`)).toBe(0);
  });

  it('ends in the same transaction with a share, a seat, a council; and begins with an opening', async () => {
    await become(ana);
    expect(await count('offer')).toBe(5);
    await admin.query(`reset role; delete from view_log where reader_id = ${ana}; set local role parley_user`);
    expect(await count('offer')).toBe(1);
    await admin.query(
      `insert into view_log (id, item_id, reader_id) values (gen_random_uuid(), ${crowdId('offer', 1, 2)}, ${ana})`,
    );
    expect(await count('offer')).toBe(2);
    expect(await count('mission')).toBe(5);
    await admin.query(`reset role; update share set revoked_at = now() where item_id = ${shared}; set local role parley_user`);
    expect(await count('mission')).toBe(4);
    await admin.query(`update membership set state = 'left', ended_at = now(), role = 'member' where account_id = ${ana}`);
    expect(await count('mission')).toBe(1);
    expect(await count('council')).toBe(0);
    await admin.query('rollback');
    await become(ana);
    expect(await count('mission')).toBe(5);
    await admin.query(
      "reset role; update council set closed_at = now() where id = md5('council:1')::uuid; set local role parley_user",
    );
    expect(await count('mission')).toBe(1);
  });

  it('ends by itself when a share does, in the middle of a transaction', async () => {
    await become(ana);
    await admin.query(
      `reset role; update share set expires_at = clock_timestamp() + interval '1 second' where item_id = ${shared}; set local role parley_user`,
    );
    expect(await count('mission', `id = ${shared}`)).toBe(1);
    await admin.query('select pg_sleep(1.1)');
    expect(await count('mission', `id = ${shared}`)).toBe(0);
    expect(await count('mission')).toBe(4);
  });

  it('is looked at again by who has waited for others', async () => {
    const other = await connected();
    await become(ana);
    expect(await count('thread', `item_id = ${shared}`)).toBe(3);
    await other.query(`update share set revoked_at = now() where item_id = ${shared}`);
    const held = await ask<{ count: string }>(`select hold_threads(${shared}) as count`);
    expect([held, await count('thread', `item_id = ${shared}`)]).toEqual([[{ count: '0' }], 0]);
    await other.query(`update share set revoked_at = null where item_id = ${shared}`);
    await other.end();
  });
});

describe('whose a row is', () => {
  it('stands on every row that hangs on an item, and nobody who is served may change it', async () => {
    // items and keys are what it is read from; proofs and commitments are a person's own: they hang on nothing
    const hanging = await ask<{ name: string; wrong: boolean }>(`
      select c.relname as name, not (a.attnotnull and has_table_privilege('parley_user', c.oid, 'select')
        and not has_column_privilege('parley_user', c.oid, a.attnum, 'update')
        and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'owned' and t.tgenabled = 'O')) as wrong
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id'
      where c.relkind = 'r' and c.relname not in ('item', 'sealing_key', 'proof', 'commitment') order by 1`);
    expect(hanging.map(({ name }) => name)).toContain('comment');
    expect(hanging.length).toBe(33);
    expect(hanging.filter(({ wrong }) => wrong)).toEqual([]);
  });

  const lies: [string, string][] = [
    [
      'a thread',
      `insert into thread (id, item_id, block_id, starter_id, sealed, owner_id) values (gen_random_uuid(), ${shared}, 'item', ${ana}, '', ${ana})`,
    ],
    [
      'a comment',
      `insert into comment (id, thread_id, author_id, sealed, item_id) values (gen_random_uuid(), ${crowdId('thread', 1, 2, 1)}, ${ana}, '', ${crowdId('mission', 1, 1)})`,
    ],
    [
      'a comment of another beginning',
      `insert into comment (id, thread_id, author_id, sealed, starter_id) values (gen_random_uuid(), ${crowdId('thread', 1, 2, 2)}, ${ana}, '', ${ana})`,
    ],
    [
      'an ask',
      `insert into ask (id, negotiation_id, rank, sealed, owner_id) values (gen_random_uuid(), ${crowdId('negotiation', 1, 2)}, 9, '', ${ana})`,
    ],
    [
      'an opening',
      `insert into view_log (id, item_id, reader_id, owner_id) values (gen_random_uuid(), ${shared}, ${ana}, ${ana})`,
    ],
    [
      'a share',
      `insert into share (id, item_id, council_id, levels, kind) values (gen_random_uuid(), ${crowdId('offer', 1, 1)}, md5('council:1')::uuid, '{}', 'mission')`,
    ],
  ];
  it.each(lies)('is not lied about by %s, whoever writes it', async (_, sql) => {
    await become(ana);
    await expect(ask(sql)).rejects.toThrow(/belongs|says of its item/);
    await admin.query('rollback');
    await expect(ask(sql)).rejects.toThrow(/belongs|says of its item/);
  });

  it('is the same for good', async () => {
    for (const change of [`owner_id = ${ben}`, "kind = 'offer'", `opportunity_id = ${crowdId('opportunity', 1, 2)}`])
      await expect(ask(`update item set ${change} where id = ${crowdId('mission', 1, 1)}`)).rejects.toThrow('keeps its owner');
  });
});

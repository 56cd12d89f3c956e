import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from '@parley/db/embedded';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVisitor, type House, signedUp, startHouse } from '../support/house.ts';
import { bouncer, startPooler } from './pooler.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-cluster-'));
let database: Embedded;
let pooler: Awaited<ReturnType<typeof startPooler>>;
let houses: [House, House];

const opening = { company: 'A company', alias: '', role: 'Lead', stage: 'lead', on: '2026-01-05' };
const password = 'a long enough password';

describe.skipIf(bouncer === null)('two servers behind PgBouncer in transaction mode', () => {
  beforeAll(async () => {
    database = await startEmbedded({ folder: join(folder, 'postgres'), fsync: false });
    pooler = await startPooler(bouncer ?? '', database.url);
    const environment = { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: database.url, PARLEY_LIMITS_SCALE: '1' };
    const first = await startHouse(join(folder, 'data'), environment);
    houses = [first, await startHouse(join(folder, 'data'), environment)];
  }, 300_000);
  afterAll(async () => {
    for (const house of houses) {
      house.process.kill('SIGTERM');
      await house.exited;
    }
    await pooler.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('behave as one: what one has written the other reads, and no call fails when many come at once', async () => {
    const [one, other] = houses;
    const ask = await signedUp(one, 'ana@example.org');
    expect((await ask(one, 'opportunity.create', opening)).status).toBe(200);
    expect((await ask(other, 'opportunity.list')).body).toContain('A company');
    const many = Array.from({ length: 300 }, (_, at) => {
      const house = at % 2 === 0 ? one : other;
      return at % 10 === 0
        ? ask(house, 'opportunity.create', { ...opening, company: `Number ${at}` })
        : ask(house, 'opportunity.list');
    });
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect((await ask(other, 'opportunity.list')).body).toContain('Number 290');
    for (const house of houses) expect(house.output()).not.toMatch(/"level":50/);
  });

  test('count attempts together: ten wrong passwords on one leave none for the other', async () => {
    const [one, other] = houses;
    await signedUp(one, 'ben@example.org');
    const guess = async (house: House) =>
      (await createVisitor()(house, 'identity.signIn', { email: 'ben@example.org', password: 'not the right one' })).status;
    const answers: number[] = [];
    for (let at = 0; at < 10; at++) answers.push(await guess(at % 2 === 0 ? one : other));
    expect(new Set(answers)).toEqual(new Set([400]));
    expect([await guess(one), await guess(other)]).toEqual([429, 429]);
    expect((await createVisitor()(other, 'identity.signIn', { email: 'ben@example.org', password })).status).toBe(429);
  });

  test('count calls together, each second anew', async () => {
    const [one, other] = houses;
    const ask = await signedUp(one, 'cleo@example.org');
    const admin = new pg.Client({ connectionString: database.adminUrl });
    admin.on('error', () => {});
    await admin.connect();
    const status = async (house: House) => (await ask(house, 'opportunity.list')).status;
    const soon = "ends_at between now() and now() + interval '61 seconds'";
    const most = async () =>
      Number((await admin.query(`select coalesce(max(spent), 0) as most from attempt where ${soon}`)).rows[0]?.most);
    // what others have called in the tests before is none of it, once all of it has been written down
    const rest = async () => (await admin.query('delete from attempt')).rowCount;
    await expect.poll(rest, { timeout: 30_000, interval: 2_500 }).toBe(0);
    expect([await status(one), await status(other)]).toEqual([200, 200]);
    await expect.poll(most, { timeout: 10_000 }).toBe(2);
    await admin.query(`update attempt set spent = 5000 where ${soon}`);
    for (const house of houses) await expect.poll(() => status(house), { timeout: 20_000, interval: 700 }).toBe(429);
    await admin.end();
  });

  test('leave nothing on the connections that are handed on', async () => {
    const clients = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const client = new pg.Client({ connectionString: pooler.url });
        client.on('error', () => {});
        await client.connect();
        await client.query('begin');
        return client;
      }),
    );
    for (const client of clients) {
      const { rows } = await client.query(`select current_user::text as who, current_setting('statement_timeout') as patience,
        current_setting('lock_timeout') as locks, current_setting('idle_in_transaction_session_timeout') as idle, coalesce(current_setting('app.user_id', true), '') as viewer,
        (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as held`);
      expect(rows).toEqual([{ who: 'parley', patience: '0', locks: '0', idle: '0', viewer: '', held: 0 }]);
      await client.query('rollback');
      await client.end();
    }
  });
});

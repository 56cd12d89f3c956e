import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@parley/db/embedded';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { beginHouse, createVisitor, type House, signedUp, startHouse } from '../support/house.ts';
import { keep } from '../support/keeper.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-keys-'));
const data = join(folder, 'data');
const keyFile = join(data, 'master.key');
const codeIn = (out: string) => /^ {2}((?:[0-9a-z]{4}-){7}[0-9a-z]{4})$/m.exec(out)?.[1] ?? '';
let house: House | null = null;

async function stop() {
  house?.process.kill('SIGTERM');
  await house?.exited;
  house = null;
}

afterEach(stop);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const council = (name: string) => ({
  name,
  purpose: '',
  cadence: { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 },
  charter: 'We keep what we hear here.',
});

test('the master key is changed while eight people read and found councils: no call fails', async () => {
  house = await startHouse(data, { PARLEY_LIMITS_SCALE: '10000' });
  const serving = house;
  const before = readFileSync(keyFile, 'utf8');
  const people = await Promise.all(Array.from({ length: 8 }, (_, at) => signedUp(serving, `person${at}@example.org`)));
  let calls = 0;
  const failed: string[] = [];
  let over = false;
  const work = people.map(async (ask, at) => {
    for (let turn = 0; !over; turn++) {
      // an account has no more than a few tables: most calls read
      const founds = turn % 40 === 0 && turn < 400;
      const answer = await (founds
        ? ask(serving, 'council.create', council(`Table ${at} ${turn}`))
        : ask(serving, 'council.list'));
      calls++;
      if (answer.status !== 200) failed.push(`${answer.status} ${answer.body.slice(0, 200)}`);
    }
  });
  const said = await keep(data, ['rotate-key']);
  over = true;
  await Promise.all(work);
  expect(said.err).toBe('');
  expect(said.out).toMatch(/The master key is a new one, \d+ keys are wrapped by it/);
  process.stdout.write(
    `rotation under load: ${calls} calls, ${failed.length} failed; ${/a new one, (\d+) keys/.exec(said.out)?.[1]} keys wrapped anew\n`,
  );
  expect(failed).toEqual([]);
  expect(calls).toBeGreaterThan(100);
  expect(readFileSync(keyFile, 'utf8')).not.toBe(before);
  expect(serving.output()).not.toMatch(/"level":(40|50)/);
  await stop();

  // with the new key alone everything is there after a start
  house = await startHouse(data);
  const visitor = createVisitor();
  await visitor(house, 'identity.signIn', { email: 'person3@example.org', password: 'a long enough password' });
  expect((await visitor(house, 'council.list')).body).toContain('Table 3 0');
});

test('a lost master key: the start is refused with the way out, and the code on paper brings it back', async () => {
  house = await startHouse(data);
  const code = codeIn((await keep(data, ['recovery-code'])).out);
  expect((await keep(data, ['check-code'], code)).out).toContain('brings the master key back');
  await stop();
  rmSync(keyFile);
  await expect(beginHouse(data).ready).rejects.toThrow(/is missing\. Without it nothing .* npm run parley -- recover-key/);
  expect((await keep(data, ['recover-key'], '0000-0000-0000-0000-0000-0000-0000-0000')).err).toContain('not the recovery code');
  expect((await keep(data, ['recover-key'], code)).out).toContain('is back in');
  house = await startHouse(data);
  const visitor = createVisitor();
  expect(
    (await visitor(house, 'identity.signIn', { email: 'person3@example.org', password: 'a long enough password' })).status,
  ).toBe(200);
});

/** Every row of every table, as text: what a start may not change. */
async function rowsOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1",
  );
  const all: string[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(one::text, ',' order by one::text)), '') as sum from ${name} one`,
    );
    all.push(`${name} ${found.rows[0]?.sum}`);
  }
  await client.end();
  return all.join('\n');
}

/** What stands in the data folder beside the database's own files. */
const filesOf = () =>
  readdirSync(data)
    .filter((name) => statSync(join(data, name)).isFile())
    .map((name) => `${name} ${readFileSync(join(data, name), 'base64')}`)
    .toSorted();

test('another master key than the database’s: the start is refused in words, and nothing is written', async () => {
  house = await startHouse(data);
  const ask = await signedUp(house, 'wrongkey@example.org');
  expect((await ask(house, 'council.create', council('A table under its own key'))).status).toBe(200);
  await stop();
  const right = readFileSync(keyFile, 'utf8');
  const embedded = await startEmbedded({ folder: data });
  try {
    const environment = { DATABASE_URL: embedded.url };
    const before = await rowsOf(embedded.adminUrl);
    const other = `${randomBytes(32).toString('hex')}\n`;
    writeFileSync(keyFile, other);
    const files = filesOf();
    const started = beginHouse(data, environment);
    await expect(started.ready).rejects.toThrow(/does not belong to this database/);
    expect(await started.exited).toBe(1);
    expect(await rowsOf(embedded.adminUrl)).toBe(before);
    expect(filesOf()).toEqual(files);
    // the right one opens all of it again
    writeFileSync(keyFile, right);
    house = await startHouse(data, environment);
    expect((await ask(house, 'council.list')).body).toContain('A table under its own key');
    await stop();
  } finally {
    await embedded.stop();
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, signedUp, startHouse } from '../support/house.ts';
import { onNode, type Pair, programs, startPair } from './pair.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-replica-'));
let pair: Pair;
let house: House;

const opening = (company: string) => ({ company, alias: '', role: 'Lead', stage: 'lead', on: '2026-01-05' });

const look = (words: string) => ({ words, locale: 'en-GB' });

/** Transactions that the replica has served; told a second late. */
async function served(): Promise<number> {
  const [row] = await onNode<{ many: number }>(
    pair.replica,
    "select (xact_commit + xact_rollback)::int as many from pg_stat_database where datname = 'parley'",
  );
  return row?.many ?? 0;
}

describe.skipIf(programs === null)('a streaming replica', () => {
  beforeAll(async () => {
    pair = await startPair(folder);
    const environment = { DATABASE_URL: pair.url(pair.primary.port), PARLEY_REPLICA_URL: pair.url(pair.replica.port) };
    house = await startHouse(join(folder, 'data'), environment);
  }, 300_000);
  afterAll(async () => {
    house.process.kill('SIGTERM');
    await house.exited;
    await pair.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('answers what asks for much, with what was written just before, and nothing once the session has ended', async () => {
    const ask = await signedUp(house, 'ana@example.org');
    const find = async (words: string) => (await ask(house, 'search.find', look(words))).body;
    const before = await served();
    for (let at = 0; at < 30; at++) {
      expect((await ask(house, 'opportunity.create', opening(`Zyx${at}well`))).status).toBe(200);
      expect(await find(`Zyx${at}well`)).toContain(`Zyx${at}well`);
      expect((await ask(house, 'hunt.get')).status).toBe(200);
    }
    await expect.poll(async () => (await served()) - before, { timeout: 20_000 }).toBeGreaterThan(30);
    expect((await ask(house, 'identity.signOut')).status).toBe(200);
    expect((await ask(house, 'search.find', look('Zyx1well'))).status).toBe(401);
    expect(house.output()).not.toContain('"level":50');
  });

  test('that lags, or is gone, is passed over: nobody reads less than was written, nobody in who was sent out', async () => {
    const ask = await signedUp(house, 'ben@example.org');
    await onNode(pair.replica, 'select pg_wal_replay_pause()');
    expect((await ask(house, 'opportunity.create', opening('Quuxcorp'))).status).toBe(200);
    expect((await ask(house, 'search.find', look('Quuxcorp'))).body).toContain('Quuxcorp');
    // the replica does not know it yet
    const [there] = await onNode<{ late: boolean }>(
      pair.replica,
      'select pg_last_wal_receive_lsn() > pg_last_wal_replay_lsn() as late',
    );
    expect(there?.late).toBe(true);
    const guest = await signedUp(house, 'ben@example.org');
    expect((await guest(house, 'identity.signOut')).status).toBe(200);
    expect((await guest(house, 'hunt.get')).status).toBe(401);
    await onNode(pair.replica, 'select pg_wal_replay_resume()');

    // writes wait for it no longer, as who promotes or repairs would say
    await onNode(pair.primary, "alter system set synchronous_standby_names = ''");
    await onNode(pair.primary, 'select pg_reload_conf()');
    pair.replica.process?.kill('SIGKILL');
    expect((await ask(house, 'opportunity.create', opening('Grault'))).status).toBe(200);
    for (let at = 0; at < 5; at++) expect((await ask(house, 'search.find', look('Grault'))).body).toContain('Grault');
    expect(house.output()).not.toContain('"level":50');
  });
});

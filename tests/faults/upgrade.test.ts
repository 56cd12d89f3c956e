import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@parley/db/embedded';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { beginHouse, type House, startHouse } from '../support/house.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function stop(house: House): Promise<void> {
  house.process.kill('SIGTERM');
  await house.exited;
}

/** Changes what the stopped database says of its migrations. */
async function tell(sql: string): Promise<void> {
  const database = await startEmbedded({ folder });
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
  await database.stop();
}

// makes functions alone: without them it can be applied once more
const last = '20261128019000_outlook_of_due_rounds';

test('a start says what it brought up to date; older files over a newer database refuse and change nothing', {
  timeout: 400_000,
}, async () => {
  const first = await startHouse(folder);
  expect(first.output()).not.toContain('brought up to date');
  await stop(first);

  await tell(`DROP FUNCTION counters_due_before_end(uuid); DELETE FROM _prisma_migrations WHERE migration_name = '${last}'`);
  const second = await startHouse(folder);
  expect(second.output()).toMatch(
    /^Parley \d+\.\d+\.\d+: the database was brought up to date by 1 migration\. An older Parley does not start on it any more\.$/m,
  );
  await stop(second);
  const third = await startHouse(folder);
  expect(third.output()).not.toContain('brought up to date');
  await stop(third);

  await tell(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('later', 'none', '29990101000000_later', now())`);
  const { ready, exited } = beginHouse(folder);
  await expect(ready).rejects.toThrow(
    '29990101000000_later, which this version of Parley does not know: it was made by a newer one.',
  );
  expect(await exited).toBe(1);

  await tell(`DELETE FROM _prisma_migrations WHERE id = 'later'`);
  await stop(await startHouse(folder));
});

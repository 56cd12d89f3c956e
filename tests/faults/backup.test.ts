import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { beginHouse, createVisitor, type House, signedUp, startHouse } from '../support/house.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-backup-'));
const [original, copy] = [join(folder, 'data'), join(folder, 'safe')];
let house: House | null = null;

async function stop() {
  house?.process.kill('SIGTERM');
  await house?.exited;
  house = null;
}

afterEach(stop);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opening = { company: 'A company in the backup', alias: '', role: 'Lead', stage: 'lead', on: '2026-01-05' };

test('a copy of the stopped data folder, put elsewhere, serves what was written; without its key it refuses to start', async () => {
  house = await startHouse(original);
  const ask = await signedUp(house, 'ana@example.org');
  expect((await ask(house, 'opportunity.create', opening)).status).toBe(200);
  await stop();
  execFileSync('cp', ['-a', original, copy]);
  rmSync(original, { recursive: true });

  house = await startHouse(copy);
  const visitor = createVisitor();
  await visitor(house, 'identity.signIn', { email: 'ana@example.org', password: 'a long enough password' });
  expect((await visitor(house, 'opportunity.list')).body).toContain('A company in the backup');
  await stop();

  renameSync(join(copy, 'master.key'), join(folder, 'key'));
  await expect(beginHouse(copy).ready).rejects.toThrow(/master key .* is missing\. Without it nothing/);
  // the refusal made no new key, and the old one still opens everything
  renameSync(join(folder, 'key'), join(copy, 'master.key'));
  house = await startHouse(copy);
  expect((await visitor(house, 'opportunity.list')).status).toBe(200);
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { beginHouse, createVisitor, type House, signedUp, startHouse } from '../support/house.ts';
import { keep } from '../support/keeper.ts';

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

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const section = readme.slice(readme.indexOf('### Backup'), readme.indexOf('### The operator'));
/** The commands of the README's section, word for word, with files of this test's. */
const told = [...section.matchAll(/^npm run parley -- (.+?)(?:\s+#.*)?$/gm)].map(([, words = '']) =>
  words.split(/\s+/).map((word) => (word.endsWith('.backup') ? join(folder, word) : word)),
);
const passphrase = 'seven tired otters sing';

test('what the README says backs up a serving Parley, and brings it back on an empty machine', { timeout: 400_000 }, async () => {
  const [before, after] = [join(folder, 'serving'), join(folder, 'empty')];
  house = await startHouse(before);
  const serving = house;
  const ask = await signedUp(serving, 'ben@example.org');
  for (const company of ['First', 'Second'])
    await ask(serving, 'opportunity.create', { ...opening, company: `A ${company} company` });
  let over = false;
  let written = 0;
  const writing = (async () => {
    for (; !over; written++)
      expect((await ask(serving, 'opportunity.create', { ...opening, company: `Meanwhile ${written}` })).status).toBe(200);
  })();
  expect(told.map(([name]) => name)).toEqual(['backup', 'backup', 'check-backup', 'restore', 'restore']);
  for (const words of told.slice(0, 3)) {
    const said = await keep(before, words, passphrase);
    expect(said.err).toBe('');
  }
  over = true;
  await writing;
  expect(written).toBeGreaterThan(3);
  expect((await keep(before, ['check-backup', join(folder, 'parley.backup')], passphrase)).out).toMatch(
    /^Whole: \d+ rows of \d+ tables and no master key/,
  );
  expect((await keep(before, ['restore', join(folder, 'parley.backup')], passphrase)).err).toContain(
    'Parley is running on this folder',
  );
  await stop();
  const file = readFileSync(join(folder, 'parley.backup'));
  expect([file.includes('ben@example'), file.includes('company'), statSync(join(folder, 'parley.backup')).mode & 0o777]).toEqual([
    false,
    false,
    0o600,
  ]);

  expect((await keep(after, told[4] ?? [], 'another passphrase')).err).toContain('This passphrase does not open the backup');
  for (const words of told.slice(3)) {
    const said = await keep(after, words, passphrase);
    expect(said.err).toBe('');
    process.stdout.write(said.out);
  }
  house = await startHouse(after);
  const visitor = createVisitor();
  await visitor(house, 'identity.signIn', { email: 'ben@example.org', password: 'a long enough password' });
  expect((await visitor(house, 'opportunity.list')).body).toContain('A Second company');
  expect((await visitor(house, 'opportunity.create', opening)).status).toBe(200);
  await stop();
  expect((await keep(after, told[4] ?? [], passphrase)).err).toContain('There is something in this database already');
});

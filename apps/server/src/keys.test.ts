import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/support/world.ts';
import { openKeys } from './keys.ts';

let world: World;
let folder: string;
let path: string;
beforeEach(async () => {
  world = await createWorld();
  await world.client.canary.deleteMany();
  folder = mkdtempSync(join(tmpdir(), 'parley-keys-'));
  path = join(folder, 'master.key');
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the master key', () => {
  it('is made at the first start, whole, for its owner alone, and opens the same database again', async () => {
    const made = await openKeys(world.client, path);
    expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['master.key']);
    expect(await openKeys(world.client, path)).toEqual(made);
  });

  it('is made where a first start that was cut short left an empty file', async () => {
    writeFileSync(path, '', { mode: 0o600 });
    await openKeys(world.client, path);
    expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('is never made anew over one that has sealed something', async () => {
    await openKeys(world.client, path);
    writeFileSync(path, '');
    await expect(openKeys(world.client, path)).rejects.toThrow(/is empty\. Without it nothing .* Restore it/);
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it.each([0o640, 0o604, 0o644])('is refused while others can read it (%o), with the command that mends it', async (mode) => {
    await openKeys(world.client, path);
    chmodSync(path, mode);
    await expect(openKeys(world.client, path)).rejects.toThrow(
      `can be read by others on this machine. Close it with: chmod 600 '${path}'`,
    );
    chmodSync(path, 0o600);
    await openKeys(world.client, path);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderHolder, holdFolder, processStart, StartRefused } from './lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (pid: number, started: string) => writeFileSync(join(folder, 'lock'), JSON.stringify({ pid, started }));

describe('the lock of a data folder', () => {
  test('is held by one until it is released', () => {
    const held = holdFolder(folder);
    expect(folderHolder(folder)).toBe(process.pid);
    expect(() => holdFolder(folder)).toThrow(`Another Parley (process ${process.pid}) is running on the data folder ${folder}.`);
    held.release();
    expect(folderHolder(folder)).toBeNull();
    holdFolder(folder).release();
  });

  test('is refused while another living process has it', () => {
    const other = spawn('sleep', ['30']);
    const pid = other.pid ?? 0;
    write(pid, processStart(pid) ?? '');
    expect(() => holdFolder(folder)).toThrow(StartRefused);
    expect(folderHolder(folder)).toBe(pid);
    other.kill('SIGKILL');
  });

  test('is taken over from a dead process, from a pid that now belongs to another, and from a torn file', () => {
    const { pid } = spawnSync('true');
    for (const content of [
      { pid, started: '1' },
      { pid: process.pid, started: 'another time' },
    ]) {
      write(content.pid, content.started);
      const held = holdFolder(folder);
      expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toEqual({
        pid: process.pid,
        started: processStart(process.pid),
      });
      held.release();
    }
    writeFileSync(join(folder, 'lock'), '{"pid": 12');
    holdFolder(folder).release();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  test('is left alone by a release that comes too late', () => {
    const held = holdFolder(folder);
    write(1, 'somebody else');
    held.release();
    expect(existsSync(join(folder, 'lock'))).toBe(true);
  });
});

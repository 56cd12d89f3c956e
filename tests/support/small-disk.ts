import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ignored = () => {};

/** A file system of so many megabytes; `fill` leaves no byte of it to anybody, `free` takes that back. */
export type SmallDisk = { folder: string; fill: () => Promise<void>; free: () => void; remove: () => void };

/** As root on Linux; null where no file system may be mounted. */
export function smallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'parley-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    // ends when there is no room for more, which is an error to it
    fill: () => run('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k', 'conv=notrunc', 'oflag=append']).then(ignored, ignored),
    free: () => rmSync(ballast, { force: true }),
    remove() {
      // what a crashed PostgreSQL still holds open goes with it
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

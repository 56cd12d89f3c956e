import { execFileSync } from 'node:child_process';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A reason not to start that a person can act on; shown as it is, without a stack. */
export class StartRefused extends Error {}

const holder = z.object({ pid: z.int().positive(), started: z.string() });
type Holder = z.infer<typeof holder>;

/** When a process began, in whatever unit the system has: tells a living holder from a reused pid. */
export function processStart(pid: number): string | null {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing any more.
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function read(path: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

const isAlive = ({ pid, started }: Holder) => processStart(pid) === started;
const isSame = (a: Holder | null, b: Holder | null) => a?.pid === b?.pid && a?.started === b?.started;

/** Makes `to` from `from` unless it exists; the file system decides between two that try at once. */
function claim(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function refuse(folder: string, { pid }: Holder): never {
  throw new StartRefused(
    `Another Parley (process ${pid}) is running on the data folder ${folder}. ` +
      'Stop it first, or set PARLEY_DATA to another folder.',
  );
}

/** The claims that earlier takeovers left; old enough that nobody is still reading what they replaced. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('lock.'))) {
    const path = join(folder, name);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 60_000) rmSync(path, { force: true });
  }
}

/** Takes over from a dead holder: whoever claims that one dead holder first wins, also over another dead claimer. */
function takeOver(folder: string, path: string, draft: string): void {
  const seen = read(path);
  let dead = seen;
  while (dead) {
    if (isAlive(dead)) refuse(folder, dead);
    const mark = join(folder, `lock.${dead.pid}-${dead.started.replace(/\W/g, '')}`);
    if (claim(draft, mark)) break;
    dead = read(mark);
  }
  const now = read(path);
  if (now && !isSame(now, seen)) refuse(folder, now);
  renameSync(draft, path);
}

/**
 * Holds the data folder for this process until `release`.
 * Throws StartRefused, naming the process, while another living one holds it; a dead one is taken over.
 */
export function holdFolder(folder: string): { release(): void } {
  const me: Holder = { pid: process.pid, started: processStart(process.pid) ?? 'unknown' };
  const path = join(folder, 'lock');
  const draft = join(folder, `.lock-${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    if (!claim(draft, path)) takeOver(folder, path, draft);
  } finally {
    rmSync(draft, { force: true });
  }
  sweep(folder);
  return {
    release: () => {
      if (isSame(read(path), me)) rmSync(path, { force: true });
    },
  };
}

/** The process that holds a folder now, or null. */
export function folderHolder(folder: string): number | null {
  const found = read(join(folder, 'lock'));
  return found && isAlive(found) ? found.pid : null;
}

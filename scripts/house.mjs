import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const bin = join(root, 'node_modules/.bin');

/** Runs a program and waits; its exit code, 1 when a signal ended it. A quiet one is heard only when it fails. */
export function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, npm_config_update_notifier: 'false', ...env },
    });
    const words = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => words.push(chunk));
    child.on('error', failed);
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(words));
      done(code ?? 1);
    });
  });
}

/** Runs a tool that npm installed. */
export const tool = (name, args, options) => run(join(bin, name), args, options);

/** Runs steps in turn and stops at the first that fails. */
export async function must(code, what) {
  if ((await code) === 0) return;
  process.stderr.write(`${what} failed.\n`);
  process.exit(1);
}

const skipped = new Set(['node_modules', 'dist', 'generated', 'data', 'data-demo', '.git']);

function filesUnder(path) {
  const at = join(root, path);
  if (!existsSync(at)) return [];
  if (statSync(at).isFile()) return [path];
  return readdirSync(at, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name) && !name.endsWith('.gen.ts') && !name.endsWith('.test.ts'))
    .flatMap(({ name }) => filesUnder(join(path, name)));
}

/** A fingerprint of the content of files and folders. */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version).update(`${process.platform}-${process.arch}`);
  for (const path of paths.flatMap(filesUnder).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** Does the work unless it was done for the very same files before; `made` must still be there. */
export async function unchanged(stamp, paths, made, work) {
  const path = join(root, stamp);
  const wanted = fingerprint(paths);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (before === wanted && made.every((name) => existsSync(join(root, name)))) return;
  await work();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
}

const locked = ['package-lock.json'];

/** Installs what the lock file names, without any package's own install script. */
export function install() {
  return unchanged('node_modules/.parley-install', locked, ['node_modules/prisma', 'node_modules/.bin/esbuild'], async () => {
    process.stdout.write('Installing packages…\n');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await must(npm ? run(process.execPath, [npm, ...args]) : run('npm', args), 'Installing the packages');
  });
}

/** Generates the database client from the models. */
export function generate() {
  return unchanged(
    'node_modules/.parley-generate',
    ['prisma/schema.prisma', 'prisma/models'],
    ['packages/db/src/generated/client.ts'],
    () => must(tool('prisma', ['generate'], { quiet: true }), 'Generating the database client'),
  );
}

/** Builds the web and the server. */
export function build({ force = false } = {}) {
  const sources = ['apps', 'packages', 'prisma', 'scripts/build.mjs', 'package-lock.json'];
  const made = ['apps/server/dist/main.js', 'apps/web/dist/index.html'];
  const work = () =>
    must(
      tool('turbo', ['run', 'build', '--output-logs=errors-only', '--no-daemon'], {
        quiet: true,
        env: { TURBO_TELEMETRY_DISABLED: '1' },
      }),
      'Building',
    );
  return force ? work() : unchanged('node_modules/.parley-build', sources, made, work);
}

/** What npm installed stays outside the bundle; our own packages go in. */
function registryPackages() {
  const members = ['apps/server', 'packages/api', 'packages/db', 'packages/domain'];
  const manifests = members.map((path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')));
  const names = new Set(manifests.flatMap(({ dependencies }) => Object.keys(dependencies ?? {})));
  return [...names].filter((name) => !name.startsWith('@parley/')).flatMap((name) => [name, `${name}/*`]);
}

/** How the server becomes a few files that Node runs as they are. */
export const serverBundle = () => ({
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: registryPackages(),
  sourcemap: true,
  logLevel: 'warning',
});

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { generate, install, must, root, tool } from './house.mjs';

const compressible = /\.(html|js|css|svg|json|txt|webmanifest)$/;

/** Brotli at its best, once: the server sends it as it is. */
function compress(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => compressible.test(name));
  for (const name of names) {
    const plain = readFileSync(join(folder, name));
    const small = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    if (small.length < plain.length) writeFileSync(join(folder, `${name}.br`), small);
  }
}

async function buildWeb() {
  const web = join(root, 'apps/web');
  if (!existsSync(join(web, 'vite.config.ts'))) return;

  await must(tool('vite', ['build', 'apps/web', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn']), 'Building the web');
  compress(join(web, 'dist'));
}

/** What npm installed stays outside the bundle; our own packages go in. */
function registryPackages() {
  const members = ['apps/server', 'packages/api', 'packages/db', 'packages/domain'];
  const names = members.flatMap((path) => Object.keys(JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')).dependencies ?? {}));
  return [...new Set(names)].filter((name) => !name.startsWith('@parley/')).flatMap((name) => [name, `${name}/*`]);
}

async function buildServer() {
  const { build } = await import('esbuild');
  const outdir = join(root, 'apps/server/dist');
  rmSync(outdir, { recursive: true, force: true });
  const entries = ['main', 'operator'].map((name) => join(root, `apps/server/src/${name}.ts`));
  await build({
    entryPoints: entries.filter((path) => existsSync(path)),
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: registryPackages(),
    sourcemap: true,
    logLevel: 'warning',
  });
}

if (!process.argv.includes('--only')) {
  await install();
  await generate();
}
await buildServer();
await buildWeb();

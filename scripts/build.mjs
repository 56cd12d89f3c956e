import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, generate, install, must, root, serverBundle, tool } from './house.mjs';

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

/** Tells the worker which files the shell is: all but what it is itself, and what only the system reads. */
function nameShell(folder) {
  const isShell = (name) => /\.(html|js|css|svg|woff2)$/.test(name) && name !== 'worker.js';
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isShell).sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(readFileSync(join(folder, name)));
  const shell = `shell-${hash.digest('hex').slice(0, 12)}`;
  const files = names.map((name) => `/${name.replaceAll('\\', '/')}`);
  const path = join(folder, 'worker.js');
  const written = readFileSync(path, 'utf8')
    .replace("const name = 'shell';", `const name = '${shell}';`)
    .replace('const files = [];', `const files = ${JSON.stringify(files)};`);
  if (!written.includes(shell) || !written.includes(JSON.stringify(files))) throw new Error('worker.js names no shell.');
  writeFileSync(path, written);
}

async function buildWeb() {
  await must(
    tool('vite', ['build', 'apps/web', '--config', 'apps/web/vite.config.ts', '--logLevel', 'error']),
    'Building the web',
  );
  nameShell(join(root, 'apps/web/dist'));
  compress(join(root, 'apps/web/dist'));
}

async function buildServer() {
  const esbuild = await import('esbuild');
  const outdir = join(root, 'apps/server/dist');
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: ['main', 'operator'].map((name) => join(root, `apps/server/src/${name}.ts`)),
    outdir,
    ...serverBundle(),
  });
}

const parts = { web: buildWeb, server: buildServer };
const part = process.argv[2];

if (part in parts) {
  await parts[part]();
} else {
  await install();
  await generate();
  await build({ force: part !== 'changed' });
}

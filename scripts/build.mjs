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

async function buildWeb() {
  await must(
    tool('vite', ['build', 'apps/web', '--config', 'apps/web/vite.config.ts', '--logLevel', 'error']),
    'Building the web',
  );
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

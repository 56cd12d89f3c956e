import { build, generate, install, root } from './house.mjs';

process.chdir(root);
const demo = process.argv.includes('--demo');
const stranger = process.argv.slice(2).find((argument) => argument !== '--demo');
if (stranger) {
  process.stderr.write(`npm start has no option ${stranger}. The only one is --demo.\n`);
  process.exit(1);
}

await install();
await generate();
await build();
if (demo) {
  process.env.PARLEY_DEMO = '1';
  process.env.PARLEY_DATA ??= 'data-demo';
}
// In this process, so that signals reach the server itself.
await import('../apps/server/dist/main.js');

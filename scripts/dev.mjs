import { generate, install, root, serverBundle } from './house.mjs';

process.chdir(root);
const given = process.argv.slice(2);
const stranger = given.find((argument) => argument !== '--demo');
if (stranger) {
  process.stderr.write(`npm run dev has no option ${stranger}. The only one is --demo.\n`);
  process.exit(1);
}
if (given.includes('--demo')) {
  process.env.PARLEY_DEMO = '1';
  process.env.PARLEY_DATA ??= 'data-demo';
}
await install();
await generate();
// In this process, so that signals reach it.
const { register } = await import('tsx/esm/api');
register();
const { develop } = await import('./dev.ts');
await develop(serverBundle());

import { generate, install, root } from './house.mjs';

process.chdir(root);
if (process.argv.includes('--demo')) process.env.PARLEY_DATA ??= 'data-demo';
await install();
await generate();
// In this process, so that Ctrl-C reaches the prompt.
const { register } = await import('tsx/esm/api');
register();
await import('./psql.ts');

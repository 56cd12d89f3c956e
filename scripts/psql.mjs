import { generate, install, root, tool } from './house.mjs';

process.chdir(root);
const given = process.argv.slice(2);
if (given.includes('--demo')) process.env.PARLEY_DATA ??= 'data-demo';
await install();
await generate();
// Ctrl-C is for the line that is being typed.
process.on('SIGINT', () => {});
process.exitCode = await tool('tsx', ['scripts/psql.ts', ...given.filter((argument) => argument !== '--demo')]);

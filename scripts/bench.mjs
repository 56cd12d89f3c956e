import { build, generate, install, root, tool } from './house.mjs';

// `npm run bench -- --calls`: the calls that screens wait for, each beside a bare handler.
const [what, ...others] = process.argv.slice(2);

process.chdir(root);
await install();
await generate();
await build();
process.exitCode = await tool('tsx', what === '--calls' ? ['tests/bench/calls.ts', ...others] : ['tests/bench/bench.ts']);

import { build, generate, install, root, tool } from './house.mjs';

// `npm run bench -- --calls`: the calls that screens wait for, each beside a bare handler; `-- --stream`: what others do, live.
const [what, ...others] = process.argv.slice(2);

process.chdir(root);
await install();
await generate();
await build();
const parts = { '--calls': 'tests/bench/calls.ts', '--stream': 'tests/bench/stream.ts' };
process.exitCode = await tool('tsx', what in parts ? [parts[what], ...others] : ['tests/bench/bench.ts']);

import { build, generate, install, root, tool } from './house.mjs';

process.chdir(root);
await install();
await generate();
await build();
process.exitCode = await tool('tsx', ['tests/bench/bench.ts']);

import { generate, install, root, tool } from './house.mjs';

// The rounds that people play at random over HTTP, five hundred of them: too long for every change.
process.chdir(root);
await install();
await generate();
process.exitCode = await tool('vitest', ['run', 'tests/api/round-model.test.ts'], { env: { PARLEY_SEQUENCES: '500' } });

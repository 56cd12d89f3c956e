import { generate, install, root, tool } from './house.mjs';

process.chdir(root);
await install();
await generate();
process.exitCode = await tool('vitest', ['run', '--config', 'scripts/sample-tests.mjs', '--root', root]);

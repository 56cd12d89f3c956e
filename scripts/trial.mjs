import { build, generate, install, root, tool } from './house.mjs';

// `npm run trial -- --kills 100 --terms 20 --crashes 8`: a house under load that is killed, ended, and loses its database.
process.chdir(root);
await install();
await generate();
await build();
process.exitCode = await tool('tsx', ['tests/faults/trial.ts', ...process.argv.slice(2)]);

import { build, generate, install, root, tool } from './house.mjs';

// `npm run trial -- --kills 100 --terms 20 --crashes 8`: a house under load that is killed, ended, and loses its database.
// `npm run trial -- --twins 10`: two servers on one database, killed in turn, under two hundred streams.
process.chdir(root);
await install();
await generate();
await build();
const words = process.argv.slice(2);
const trial = words.includes('--twins') ? 'tests/cluster/trial.ts' : 'tests/faults/trial.ts';
process.exitCode = await tool('tsx', [trial, ...words]);

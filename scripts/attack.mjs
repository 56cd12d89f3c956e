import { build, generate, install, root, tool } from './house.mjs';

// `npm run attack -- --calls 200000 --seed 7 --pairs 1000`: hostile calls over HTTP on the built server, and the time that foreign
// ids take beside unknown ones, in so many pairs of each kind.
process.chdir(root);
const given = new Map(process.argv.slice(2).flatMap((word, at, all) => (word.startsWith('--') ? [[word, all[at + 1]]] : [])));
await install();
await generate();
await build();
process.exitCode = await tool('vitest', ['run', '--project', 'attack', 'tests/attack/attack.test.ts'], {
  env: {
    PARLEY_ATTACK_CALLS: given.get('--calls') ?? '200000',
    PARLEY_ATTACK_SEED: given.get('--seed') ?? '13',
    PARLEY_ATTACK_PAIRS: given.get('--pairs') ?? '400',
  },
});

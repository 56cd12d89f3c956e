import { build, generate, install, root, tool } from './house.mjs';

// `npm run attack -- --calls 200000 --seed 7 --pairs 1000`: hostile calls over HTTP on the built server, and the time that foreign
// ids take beside unknown ones, in so many pairs of each kind.
process.chdir(root);
const given = new Map(process.argv.slice(2).flatMap((word, at, all) => (word.startsWith('--') ? [[word, all[at + 1]]] : [])));
await install();
await generate();
await build();
// `-- --fields 60`: the naughty strings through every text field that a walk through the screens finds, in so many minutes.
const fields = given.get('--fields');
// `-- --memory 6`: the same number of hostile calls six times on one server, and what is left in its memory after each.
const memory = given.get('--memory');
const file = memory ? 'memory' : 'attack';
process.exitCode =
  fields === undefined
    ? await tool('vitest', ['run', '--project', 'attack', `tests/attack/${file}.test.ts`], {
        env: {
          PARLEY_ATTACK_CALLS: given.get('--calls') ?? '200000',
          PARLEY_ATTACK_SEED: given.get('--seed') ?? '13',
          PARLEY_ATTACK_PAIRS: given.get('--pairs') ?? '400',
          PARLEY_ATTACK_MEMORY: memory ?? '0',
        },
      })
    : await tool('playwright', ['test', 'tests/e2e/naughty.spec.ts'], {
        env: { PARLEY_ATTACK_MINUTES: fields },
      });

import { join } from 'node:path';
import { root, run } from './house.mjs';

// What takes too long for every change, and must be seen once a night.
const steps = {
  'the tests on other days': 'dates.mjs',
  'five hundred rounds': 'sequences.mjs',
  'two hundred thousand hostile calls': 'attack.mjs',
  'naughty strings in every field of every screen': 'attack.mjs --fields 120 --rounds 6',
  'the mutants of the rules': 'mutation.mjs',
};

const failed = [];
for (const [what, script] of Object.entries(steps)) {
  const [file = '', ...words] = script.split(' ');
  process.stdout.write(`\n══ ${what}\n`);
  if ((await run(process.execPath, [join(root, 'scripts', file), ...words])) !== 0) failed.push(what);
}
process.stdout.write(`\nnightly: ${failed.length === 0 ? 'all fine' : `not fine: ${failed.join(', ')}`}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

import { execFileSync } from 'node:child_process';
import { root } from './house.mjs';

// Where things stand, of any commit: `npm run shape`, `npm run shape -- v0.2.0`.
const commit = process.argv[2] ?? 'HEAD';
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
const files = git('ls-tree', '-r', '--name-only', commit).split('\n');

/** How often each stands in the list, the most of all first. */
function tally(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const layers = { domain: 'packages/domain/src/', api: 'packages/api/src/', db: 'packages/db/src/', web: 'apps/web/src/' };
for (const [layer, folder] of Object.entries(layers)) {
  const code = files.filter((path) => path.startsWith(folder) && /\.tsx?$/.test(path) && !/\.(test|gen)\.tsx?$/.test(path));
  const [[largest, count]] = tally(code.map((path) => path.replace(/\/[^/]*$/, '')));
  process.stdout.write(`${layer}: ${code.length} files, the largest folder ${largest} with ${count}\n`);
}

const has = files.includes('prisma/walls.sql');
const walls = has ? git('show', `${commit}:prisma/walls.sql`) : '';
const migrations = files.filter((path) => path.endsWith('migration.sql'));
const found = (text, what) => text.match(new RegExp(`create (or replace )?${what} `, 'gi'))?.length ?? 0;
const told = (what) => tally(migrations.flatMap((path) => Array(found(git('show', `${commit}:${path}`), what)).fill(path)));
for (const what of ['function', 'policy'])
  process.stdout.write(
    has ? `${what}: ${found(walls, what)}, all in prisma/walls.sql\n` : `${what}: in ${told(what).length} migrations\n`,
  );

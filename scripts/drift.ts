import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@parley/db/embedded';

// Replays the migrations on a database of its own and compares what they make with what the models say.
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'parley-drift-'));
const embedded = await startEmbedded({ folder, fsync: false });
const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma', '--exit-code'];
const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/prisma'), args, {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
  env: { ...process.env, DATABASE_URL: embedded.url },
});
await embedded.stop();
rmSync(folder, { recursive: true, force: true });
// A silent end is no proof: the words must be there.
const same = status === 0 && stdout.includes('No difference detected');
process.stdout.write(same ? 'The migrations and the models agree.\n' : `The migrations and the models differ:\n${stdout}\n`);
process.exitCode = same ? 0 : 1;

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
const { status } = spawnSync(join(root, 'node_modules/.bin/prisma'), args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: embedded.url },
});
await embedded.stop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;

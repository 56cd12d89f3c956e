import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@parley/db/embedded';
import { migrate } from '@parley/db/migrate';
import pg from 'pg';
import { readCatalogue } from './walls-catalogue.ts';
import { printWalls } from './walls-print.ts';

// Replays the migrations on a database of its own and writes down what stands there.
const root = join(import.meta.dirname, '..');
const path = join(root, 'prisma/walls.sql');
const folder = mkdtempSync(join(tmpdir(), 'parley-walls-'));
const embedded = await startEmbedded({ folder, fsync: false });
try {
  await migrate(embedded.url, join(root, 'prisma/migrations'));
  const client = new pg.Client(embedded.adminUrl);
  await client.connect();
  const printed = printWalls(await readCatalogue(client));
  await client.end();
  const same = printed === (existsSync(path) ? readFileSync(path, 'utf8') : '');
  writeFileSync(path, printed);
  process.stdout.write(same ? 'prisma/walls.sql is unchanged.\n' : 'prisma/walls.sql was rewritten. Read what changed.\n');
} finally {
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}

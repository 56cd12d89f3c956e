import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@parley/db/embedded';
import { migrate } from '@parley/db/migrate';
import type { TestProject } from 'vitest/node';

/** What `npm run dates` tells a process about the machine's date: PostgreSQL inherits nothing else. */
function movedDate(): Record<string, string> {
  const told = Object.entries(process.env).filter(([name]) => name === 'LD_PRELOAD' || name.startsWith('FAKETIME'));
  return Object.fromEntries(told.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** One PostgreSQL for the run; its database `parley` is the migrated template of every other. */
export default async function setup(project: Pick<TestProject, 'provide'>) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  const server = await startEmbedded({ folder, fsync: false, environment: movedDate() });
  await migrate(server.url, join(import.meta.dirname, '../../prisma/migrations'));
  project.provide('database', { url: server.url, adminUrl: server.adminUrl });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type House, startHouse } from './house.ts';
import { dropDatabase, emptyDatabase } from './server-database.ts';

/** A server of its own with nothing in it, on the embedded database or on the server of PARLEY_E2E_DATABASE_URL. */
export type StoryHouse = House & {
  /** Null on a database server: its files are not ours to read. */
  databaseFolder: string | null;
  stop: () => Promise<number | null>;
  /** Everything that is left of it goes. */
  remove: () => Promise<void>;
};

export async function openStoryHouse(): Promise<StoryHouse> {
  const given = process.env.PARLEY_E2E_DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), 'parley-story-'));
  const name = `parley_story_${randomBytes(4).toString('hex')}`;
  const house = await startHouse(folder, given ? { DATABASE_URL: await emptyDatabase(given, name) } : {});
  const stop = () => {
    house.process.kill('SIGTERM');
    return house.exited;
  };
  return {
    ...house,
    databaseFolder: given ? null : join(folder, 'db'),
    stop,
    remove: async () => {
      if (house.process.exitCode === null) await stop();
      if (given) await dropDatabase(given, name);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

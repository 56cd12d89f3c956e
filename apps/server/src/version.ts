import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The folder of the whole house: the bundle and its source are equally deep in the tree. */
export const root = join(import.meta.dirname, '../../..');

/** Where the migrations are. */
export const migrations = join(root, 'prisma/migrations');

/** The version of this Parley. */
export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;

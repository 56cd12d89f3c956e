import { z } from 'zod';
import type { Scope } from '../trpc.ts';

const Row = z.array(z.object({ version: z.string(), bytes: z.coerce.number() }));

/** The database's version and size: nothing of what is in it. */
export async function findDatabase(scope: Scope): Promise<{ version: string; bytes: number }> {
  const rows = Row.parse(
    await scope.db.$queryRaw`
      select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes`,
  );
  return rows[0] ?? { version: '', bytes: 0 };
}

import type { Client } from '@parley/db/client';

/** When every world of a test begins, whatever the machine's date: a Friday, the same day in every zone that tests use. */
export const begins = new Date('2026-11-20T12:00:00Z');

/** The moment so many days after a world began; negative for days before. */
export const inDays = (days: number): Date => new Date(begins.getTime() + days * 86_400_000);

/** The clock of a database: what every stamp, policy and call of it reads. */
export type Clock = {
  now: () => Promise<Date>;
  /** Stands still at a moment; null lets it go on as if it had never been stopped. */
  set: (at: Date | null) => Promise<void>;
};

/** Makes a database's `moment()` begin at the world's beginning. Only who owns the function can. */
export async function startClock(client: Client): Promise<Clock> {
  const replace = (body: string) =>
    client.$executeRawUnsafe(
      `CREATE OR REPLACE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT ${body} $$`,
    );
  const [first] = await client.$queryRaw<{ shift: string }[]>`select (${begins}::timestamptz - clock_timestamp())::text as shift`;
  const running = `date_trunc('milliseconds', statement_timestamp() + interval '${first?.shift}')`;
  await replace(running);
  return {
    async now() {
      const [read] = await client.$queryRaw<{ now: Date }[]>`select moment() as now`;
      if (!read) throw new Error('The database did not say what time it is.');
      return read.now;
    },
    set: async (at) => void (await replace(at ? `timestamptz '${at.toISOString()}'` : running)),
  };
}

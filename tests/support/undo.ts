import { asIdentity, asUser, type Work } from '@parley/db/as-user';
import type { Client } from '@parley/db/client';
import type { Line } from '@parley/db/line';
import { chosenLine, undoneLine } from './lines.ts';

/** Runs work in a transaction, rolls it back and still gives the answer. */
export async function rolledBack<T>(run: (work: Work<T>) => Promise<T>, work: Work<T>): Promise<T> {
  const kept: { value: T }[] = [];
  try {
    return await run(async (tx, now) => {
      kept.push({ value: await work(tx, now) });
      throw new Error('Undone on purpose.');
    });
  } catch (error) {
    const [answer] = kept;
    if (answer) return answer.value;
    throw error;
  }
}

/** A switch under which every transaction is answered and then rolled back, so that one stage serves every cell. */
export function createUndo() {
  let on = false;

  function undone<T>(run: (work: Work<T>) => Promise<T>, work: Work<T>): Promise<T> {
    return on ? rolledBack(run, work) : run(work);
  }

  return {
    asUser: <T>(client: Client, accountId: string, work: Work<T>) => undone((inner) => asUser(client, accountId, inner), work),
    asIdentity: <T>(client: Client, work: Work<T>) => undone((inner) => asIdentity(client, inner), work),
    line: (line: Line) => chosenLine(() => (on ? undoneLine(line) : line)),
    /** Runs something whose every write is taken back. */
    async during<T>(work: () => Promise<T>): Promise<T> {
      on = true;
      try {
        return await work();
      } finally {
        on = false;
      }
    },
  };
}

/** A fingerprint of every row of every table but those left out. */
export async function fingerprint(client: Client, without: readonly string[] = []): Promise<string> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  const parts = tables
    .filter(({ name }) => !without.includes(name))
    .map(
      ({ name }) => `select '${name}' as t, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as h from "${name}" r`,
    );
  const rows = await client.$queryRawUnsafe<{ t: string; h: string }[]>(parts.join(' union all '));
  return rows
    .map(({ t, h }) => `${t} ${h}`)
    .sort()
    .join('\n');
}

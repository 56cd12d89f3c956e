import type { Client } from '@parley/db/client';
import type { OnTime } from '@parley/db/flush';

/** Milliseconds from which on statements that were sent together are written down. */
export const slowFrom = 100;
/** Days for which that is kept. */
export const slowDays = 30;
const every = 10_000;

type Kept = { times: number; total: number; worst: number };

const sum = (one: Kept | undefined, other: Kept): Kept =>
  one ? { times: one.times + other.times, total: one.total + other.total, worst: Math.max(one.worst, other.worst) } : other;

/** Slow statements of this server, by name: in memory, and every ten seconds in the database with those of the others. */
export type Slow = { note: OnTime; tell: (client: Client) => Promise<void> };

export function createSlow(): Slow {
  let fresh = new Map<string, Kept>();
  const add = (name: string, kept: Kept) => void fresh.set(name, sum(fresh.get(name), kept));
  return {
    note(milliseconds, names) {
      const took = Math.round(milliseconds);
      if (took >= slowFrom) add(names(), { times: 1, total: took, worst: took });
    },
    async tell(client) {
      if (fresh.size === 0) return;
      const told = fresh;
      fresh = new Map();
      const ones = [...told.values()];
      try {
        await client.$executeRaw`
          with today as (select (moment() at time zone 'UTC')::date as day),
            old as (delete from slow_statement where day < (select day from today) - ${slowDays}::int)
          insert into slow_statement (day, name, times, total, worst)
          select today.day, one.* from today, unnest(${[...told.keys()]}::text[], ${ones.map(({ times }) => times)}::int[],
            ${ones.map(({ total }) => total)}::bigint[], ${ones.map(({ worst }) => worst)}::int[]) one(name, times, total, worst)
          on conflict (day, name) do update set times = slow_statement.times + excluded.times,
            total = slow_statement.total + excluded.total, worst = greatest(slow_statement.worst, excluded.worst)`;
      } catch (error) {
        for (const [name, kept] of told) add(name, kept);
        throw error;
      }
    },
  };
}

/** Tells them as long as this server runs, and once more at its end. A failure waits for the next time. */
export function keepTelling(slow: Slow, client: Client, onError: (error: Error) => void): () => Promise<void> {
  const tell = () => slow.tell(client).catch(onError);
  const telling = setInterval(() => void tell(), every).unref();
  return async () => {
    clearInterval(telling);
    await slow.tell(client).catch(() => {});
  };
}

import type { Line } from '@parley/db/line';
import { DomainError } from '@parley/domain/kernel/error';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { forgiveAttempts, spendAttempts } from './rows.ts';

/** So many points in so many seconds. */
export type Allowance = { points: number; duration: number };

function tooMany(wait: number): DomainError {
  const minutes = Math.max(1, Math.ceil(wait / 60_000));
  return new DomainError('too-many', `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`);
}

/** Counts one kind of attempt under keys. `consume` throws `too-many`. */
export type Counter = { consume: (key: string) => Promise<void>; forgive: (key: string) => Promise<void> };

export function inMemory(prefix: string, { points, duration }: Allowance): Counter {
  const limiter = new RateLimiterMemory({ keyPrefix: prefix, points, duration });
  return {
    async consume(key) {
      await limiter.consume(key).catch((refusal: unknown) => {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal.msBeforeNext) : refusal;
      });
    },
    forgive: async (key) => void (await limiter.delete(key)),
  };
}

/** Where attempts of all servers are counted, and how their keys are hashed. */
export type SharedAttempts = { line: Line; hash: (key: string) => string };

export function inDatabase(prefix: string, { points, duration }: Allowance, { line, hash }: SharedAttempts): Counter {
  const keyOf = (key: string) => hash(`${prefix}|${key}`);
  return {
    async consume(key) {
      const [{ now }] = await line.ask({ now: spendAttempts([keyOf(key)], [1], [duration]) });
      const [counted] = now;
      if (counted && counted.spent > points) throw tooMany(counted.wait);
    },
    forgive: async (key) => void (await line.ask({ none: forgiveAttempts([keyOf(key)]) })),
  };
}

/**
 * For what is counted at every call: in memory, and each second together with the other servers, so that a call takes no
 * trip for it. What a second brings beyond the allowance passes, on each server once.
 */
export function inTurns(prefix: string, { points, duration }: Allowance, { line, hash }: SharedAttempts): Counter {
  const limiter = new RateLimiterMemory({ keyPrefix: prefix, points, duration });
  let fresh = new Map<string, number>();
  let waiting = false;
  const share = async () => {
    const told = new Map([...fresh].map(([key, spent]) => [hash(`${prefix}|${key}`), { key, spent }]));
    fresh = new Map();
    const ones = [...told.values()];
    const [{ now }] = await line.ask({
      now: spendAttempts(
        [...told.keys()],
        ones.map(({ spent }) => spent),
        ones.map(() => duration),
      ),
    });
    for (const { key, spent, wait } of now) {
      const one = told.get(key);
      if (one) await limiter.set(one.key, spent + (fresh.get(one.key) ?? 0), wait / 1_000);
    }
  };
  const later = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      // a database that is away: each server counts by itself for so long
      share().catch(() => {});
    }, 1_000).unref();
  };
  return {
    async consume(key) {
      fresh.set(key, (fresh.get(key) ?? 0) + 1);
      later();
      await limiter.consume(key).catch((refusal: unknown) => {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal.msBeforeNext) : refusal;
      });
    },
    forgive: async (key) => void (await limiter.delete(key)),
  };
}

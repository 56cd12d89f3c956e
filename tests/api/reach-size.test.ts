import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillCouncils } from '../support/crowd.ts';
import { explainReads } from '../support/crowd-plans.ts';
import { crowdReads } from '../support/crowd-reads.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let few: Record<string, number>;
let many: Record<string, number>;

/** Buffers touched by all statements of each read, in one transaction. */
async function buffers(): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const [read, statements] of Object.entries(crowdReads)) {
    // the first runs plan within functions, which touches the catalogue
    const [last = []] = (await explainReads(database.adminUrl, statements, 8)).slice(-1);
    figures[read] = last.reduce((sum, cost) => sum + cost.buffers, 0);
  }
  return figures;
}

beforeAll(async () => {
  database = await freshDatabase();
  await fillCouncils(database.adminUrl, 1, 10);
  few = await buffers();
  await fillCouncils(database.adminUrl, 11, 1000);
  many = await buffers();
}, 120_000);
afterAll(() => database.drop());

const total = (figures: Record<string, number>) => Object.values(figures).reduce((sum, one) => sum + one, 0);

describe('what reads touch does not grow with the house', () => {
  it('all together: a thousand filled councils as ten', () => {
    expect(total(few)).toBeGreaterThan(500);
    expect(total(many), JSON.stringify({ few, many })).toBeLessThanOrEqual(total(few) * 1.3);
  });

  // an index of sixty people is one page, of six thousand two levels: what looks up by id touches a page more each time, and
  // twice as many when the rows of one thing lie on pages of their own
  it.each(Object.keys(crowdReads))('each alone, but for the depth of an index: %s', (read) => {
    expect(few[read]).toBeGreaterThan(5);
    expect(many[read], `${few[read]} buffers at ten councils`).toBeLessThanOrEqual((few[read] ?? 0) * 2);
  });
});

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
    const plans = await explainReads(database.adminUrl, statements);
    figures[read] = plans.reduce((sum, plan) => sum + plan.buffers, 0);
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

describe('what a read touches does not grow with the house', () => {
  it.each(Object.keys(crowdReads))('%s: a thousand filled councils as ten', (read) => {
    expect(few[read]).toBeGreaterThan(5);
    expect(many[read], `${few[read]} buffers at ten councils`).toBeLessThanOrEqual((few[read] ?? 0) * 1.3);
  });
});

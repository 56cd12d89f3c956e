import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processStart } from '@parley/db/lock';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DidNotStart, databasePid, type House, signedUp, startHouse } from '../support/house.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-kill-'));
let houses: House[] = [];

async function open(): Promise<House> {
  const house = await startHouse(folder);
  houses.push(house);
  return house;
}

afterEach(async () => {
  for (const house of houses) house.process.kill('SIGTERM');
  await Promise.all(houses.map((house) => house.exited));
  houses = [];
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Made = z.object({ result: z.object({ data: z.object({ opportunityId: z.string() }) }) });
const Listed = z.object({ result: z.object({ data: z.array(z.object({ opportunityId: z.string() })) }) });
const opening = (company: string) => ({ company, role: 'Engineer', alias: '', stage: 'lead', on: '2026-11-02' });
const isAlive = (pid: number) => processStart(pid) !== null;

describe('a server killed in the middle of writes', () => {
  test('has every write it acknowledged when it starts again, round after round', async () => {
    const first = await open();
    const ask = await signedUp(first, 'ana@example.org');
    let house = first;
    const acknowledged: string[] = [];
    for (const patience of [150, 400, 700]) {
      let running = true;
      const current = house;
      const write = async (lane: number) => {
        for (let turn = 0; running; turn++) {
          const answer = await ask(current, 'opportunity.create', opening(`Lane ${lane} turn ${turn}`)).catch(() => null);
          if (answer?.status === 200) acknowledged.push(Made.parse(JSON.parse(answer.body)).result.data.opportunityId);
          if (answer === null) return;
        }
      };
      const lanes = Promise.all([0, 1, 2, 3].map(write));
      const before = acknowledged.length;
      await new Promise((done) => setTimeout(done, patience));
      while (acknowledged.length < before + 8) await new Promise((done) => setTimeout(done, 10));
      house.process.kill('SIGKILL');
      await house.exited;
      running = false;
      await lanes;
      house = await open();
      const list = await ask(house, 'opportunity.list');
      const kept = new Set(Listed.parse(JSON.parse(list.body)).result.data.map((card) => card.opportunityId));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(24);
  });

  test('leaves a database that the next start stops and takes over', async () => {
    const killed = await open();
    const left = databasePid(folder);
    killed.process.kill('SIGKILL');
    await killed.exited;
    expect(isAlive(left)).toBe(true);

    const next = await open();
    expect(isAlive(left)).toBe(false);
    expect(databasePid(folder)).not.toBe(left);
    expect((await fetch(`${next.url}/health`)).status).toBe(200);
  });
});

describe('a second start on the same data', () => {
  test('is refused by a sentence that names the process and the folder', async () => {
    const first = await open();
    const refused = await open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DidNotStart);
    expect(refused).toMatchObject({ code: 1 });
    expect(String(refused)).toContain(`Another Parley (process ${first.process.pid}) is running on the data folder ${folder}.`);
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
  });

  test('lets exactly one of many through that start at the same moment, after a kill', async () => {
    const killed = await open();
    killed.process.kill('SIGKILL');
    await killed.exited;
    const starts = await Promise.all([1, 2, 3, 4].map(() => open().catch((error: unknown) => error)));
    const refused = starts.filter((start) => start instanceof DidNotStart);
    expect(refused).toHaveLength(3);
    for (const error of refused) expect(String(error)).toContain('Another Parley');
  });
});

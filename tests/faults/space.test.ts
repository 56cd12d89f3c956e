import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type Answer, beginHouse, DidNotStart, databasePid, type House, signedUp, startHouse } from '../support/house.ts';
import { smallDisk } from '../support/small-disk.ts';

const disk = smallDisk(240);
let house: House | null = null;

afterEach(async () => {
  house?.process.kill('SIGTERM');
  await house?.exited;
  house = null;
});
afterAll(() => disk?.remove());

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const opening = (company: string) => ({ company, role: 'Engineer', alias: '', stage: 'lead', on: '2026-01-05' });
const idsIn = (body: string) => [...body.matchAll(/"opportunityId":"([0-9a-f-]{36})"/g)].map(([, id = '']) => id);

/** Every answer is one that was kept, or a sentence that says that it was not. */
function expectPlain({ status, body }: Answer): void {
  if (status === 200) return;
  expect([status, body]).toEqual([503, expect.stringMatching(/its disk is full|cannot reach its database/)]);
  expect(body).toContain('What you typed is kept');
}

test.skipIf(disk === null)(
  'a full disk is told in words, loses nothing that was acknowledged, and is over once there is room',
  async () => {
    if (!disk) return;
    const folder = join(disk.folder, 'data');
    house = await startHouse(folder);
    const serving = house;
    const ask = await signedUp(serving, 'ana@example.org');
    const acknowledged: string[] = [];
    const refusals: Answer[] = [];
    const press = async (company: string) => {
      const answer = await ask(serving, 'opportunity.create', opening(company));
      expectPlain(answer);
      if (answer.status === 200) acknowledged.push(...idsIn(answer.body));
      else refusals.push(answer);
      return answer.status;
    };
    for (let at = 0; at < 20; at++) expect(await press(`Before ${at}`)).toBe(200);

    await disk.fill();
    // what PostgreSQL has laid out already takes a while to be used up
    for (let at = 0; refusals.length < 40; at++) await press(`${'While full '.repeat(9)}${at}`);
    process.stdout.write(
      `disk full: ${refusals.length} refused, ${acknowledged.length - 20} still acknowledged; ${[...new Set(refusals.map(({ body }) => /"message":"([^"]*)"/.exec(body)?.[1]))].join(' / ')}\n`,
    );
    // the worst moment to lose the database: what it wrote last is replayed where there is no room to write
    process.kill(databasePid(folder), 'SIGKILL');
    for (let at = 0; at < 10; at++) {
      await press('After a crash');
      await pause(300);
    }
    expectPlain(await ask(serving, 'opportunity.list'));
    expect(serving.process.exitCode).toBeNull();

    disk.free();
    await expect.poll(() => press('After'), { timeout: 60_000, interval: 200 }).toBe(200);
    const kept = new Set(idsIn((await ask(serving, 'opportunity.list')).body));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(serving.output()).not.toContain('"level":50');
  },
);

test.skipIf(disk === null)('a start on a full disk says so and ends; with room it starts', async () => {
  if (!disk) return;
  const folder = join(disk.folder, 'data');
  await disk.fill();
  const refused = await beginHouse(folder).ready.catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DidNotStart);
  expect(refused).toMatchObject({ code: 1 });
  expect(String(refused)).toMatch(/Parley did not start\. The disk of .* is full\. Make room/);
  disk.free();
  house = await startHouse(folder);
  expect((await fetch(`${house.url}/health`)).status).toBe(200);
});

import { asUser } from '@parley/db/as-user';
import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTable, type Table } from '../support/round-table.ts';
import type { Person } from '../support/world.ts';

let table: Table;
let ana: Person;
let ben: Person;
let eve: Person;
let first: string;
let other: string;

beforeAll(async () => {
  table = await createTable();
  ({ ana, ben } = table);
  eve = await table.world.person('Eve');
  other = await table.world.council('Other', [ana, eve]);
  const councils = await ana.api.council.list.query();
  first = councils.map((one) => one.councilId).find((id) => id !== other) ?? '';
});
afterAll(() => table.world.close());

const levels = wholeLevels('hidden');
const set = (itemId: string, councilId: string, readerId: string | null) =>
  ana.post('share.set', { itemId, councilId, readerId, levels, expiresAt: null });
const debrief = async () => {
  const { opportunityId } = await table.begin();
  return (await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' })).debriefId;
};

describe('what is answered together', () => {
  it('is asked at one table: a second council waits until the first is out', async () => {
    for (const itemId of [await table.draft(), await debrief()]) {
      expect((await set(itemId, first, ben.id)).status).toBe(200);
      const refused = await set(itemId, other, null);
      expect([refused.status, refused.body.includes('can be shared with one council only')]).toEqual([403, true]);
      expect((await set(itemId, first, null)).status).toBe(200);
      const { shares } = await ana.api.share.get.query({ itemId });
      for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
      expect((await set(itemId, other, eve.id)).status).toBe(200);
    }
  });

  it('is kept at one table by the database too', async () => {
    const itemId = await table.draft();
    await set(itemId, first, ben.id);
    const row = {
      id: newId(),
      itemId,
      councilId: other,
      readerId: null,
      levels,
      createdAt: await table.world.now(),
      expiresAt: null,
    };
    await expect(asUser(table.world.deps.client, ana.id, (db) => db.share.createMany({ data: [row] }))).rejects.toThrow();
  });

  it('ends at one of two tables when both are asked at once', async () => {
    const itemId = await debrief();
    const answers = await Promise.all([set(itemId, first, null), set(itemId, other, null)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const { shares } = await ana.api.share.get.query({ itemId });
    expect(shares).toHaveLength(1);
  });

  it('is another matter for what everybody reads by themselves', async () => {
    const { opportunityId } = await table.begin();
    const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
    for (const councilId of [first, other]) expect((await set(missionId, councilId, null)).status).toBe(200);
    expect(table.world.faults).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openTable, type Seats, seatCouncil, shareAll, type Table } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let table: Table;
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dora: Person;
let councilId: string;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, cara, dora, councilId } = seats);
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

describe('the walk-away', () => {
  const base = 8_765_432_101;
  const words = 'WALKAWAY-CANARY-7731';
  const set = (rev: number) =>
    ana.api.walkAway.set.mutate({
      negotiationId: table.negotiationId,
      rev,
      walkAway: { base, total: null, leave: 'yes', words },
    });

  it('is there from the beginning, the owner’s to set, and kept by revision', async () => {
    const { negotiationId } = table;
    expect(await ana.api.walkAway.get.query({ negotiationId })).toEqual({
      rev: 1,
      walkAway: { base: null, total: null, leave: null, words: '' },
    });
    expect(await set(1)).toEqual({ rev: 2 });
    expect((await ana.api.walkAway.get.query({ negotiationId })).walkAway).toMatchObject({ base, leave: 'yes', words });
    const stale = await ana.post('walkAway.set', {
      negotiationId,
      rev: 1,
      walkAway: { base: 1, total: null, leave: null, words: '' },
    });
    expect([codeOf(stale.body), JSON.parse(stale.body).error.data.newer.walkAway.words]).toEqual(['CONFLICT', words]);
  });

  it('changes no byte of what a reader and the moderator can get', async () => {
    const { negotiationId, opportunityId } = table;
    await shareAll(seats, ana, negotiationId);
    const ask: [string, object][] = [
      ['negotiation.get', { negotiationId }],
      ['walkAway.get', { negotiationId }],
      ['walkAway.set', { negotiationId, rev: 1, walkAway: { base: 1, total: null, leave: null, words: '' } }],
      ['opportunity.page', { opportunityId }],
      ['opportunity.timeline', { opportunityId }],
      ['thread.list', { itemId: negotiationId }],
      ['share.listShared', { councilId }],
      ['identity.me', {}],
    ];
    const all = async (person: Person) => {
      const answers = await Promise.all(ask.map(([path, input]) => person.post(path, input)));
      return answers.map(({ status, body }) => `${status} ${body}`);
    };
    const people = [ben, cara, dora];
    const before = await Promise.all(people.map(all));
    await set(1);
    const after = await Promise.all(people.map(all));
    expect(after).toEqual(before);
    expect(after.flat().join()).not.toMatch(/8765432101|WALKAWAY-CANARY/);
    expect(after[1]?.[0]).toMatch(/^200/);
  });

  it('is in no other answer to its owner either, and in no column in clear', async () => {
    await set(1);
    const whole = await ana.post('negotiation.get', { negotiationId: table.negotiationId });
    expect(whole.body).not.toMatch(/8765432101|WALKAWAY-CANARY|walk/i);
    const rows = await world.client.walkAway.findMany();
    const receipts = await world.client.receipt.findMany();
    const stored = [...rows.map((row) => row.sealed), ...receipts.map((row) => row.answer ?? new Uint8Array())];
    expect(stored.map((bytes) => Buffer.from(bytes).toString('latin1')).join()).not.toMatch(/8765432101|WALKAWAY-CANARY/);
  });

  it('stays behind the second wall when the first is taken away', async () => {
    await shareAll(seats, ana, table.negotiationId);
    await set(1);
    const rows = await world.deps.asUser(world.client, ben.id, (db) => db.walkAway.findMany());
    expect(rows).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type Seats, seatCouncil } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let world: World;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben } = seats);
});
afterAll(() => world.close());

const proof = {
  outcome: 'Cut the lead time of a release from 45 to 12 minutes',
  metric: '45 → 12 minutes',
  scope: 'Nine teams',
  verify: 'PROOF-CANARY, then head of platform',
  led: true,
};

describe('a proof', () => {
  it('is written down, corrected by revision, and taken away', async () => {
    const { proofId } = await ana.api.proof.create.mutate({ proof });
    expect(await ana.api.proof.list.query()).toEqual([{ proofId, rev: 1, ...proof }]);
    expect(await ana.api.proof.save.mutate({ proofId, rev: 1, proof: { ...proof, led: false } })).toEqual({ rev: 2 });
    const stale = await ana.post('proof.save', { proofId, rev: 1, proof });
    expect(JSON.parse(stale.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { rev: 2, led: false } });
    await ana.api.proof.remove.mutate({ proofId });
    expect(await ana.api.proof.list.query()).toEqual([]);
  });

  it('is nobody else’s, also of the same council', async () => {
    const { proofId } = await ana.api.proof.create.mutate({ proof });
    expect(await ben.api.proof.list.query()).toEqual([]);
    expect(codeOf((await ben.post('proof.save', { proofId, rev: 1, proof })).body)).toBe('NOT_FOUND');
    expect(codeOf((await ben.post('proof.remove', { proofId })).body)).toBe('NOT_FOUND');
    const behind = await world.deps.asUser(world.client, ben.id, (db) => db.proof.deleteMany({}));
    expect(behind).toEqual({ count: 0 });
    expect(await ana.api.proof.list.query()).toHaveLength(1);
  });

  it('takes one of two saves at the same moment', async () => {
    const { proofId } = await ben.api.proof.create.mutate({ proof });
    const answers = await Promise.all([1, 2].map(() => ben.post('proof.save', { proofId, rev: 1, proof })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('wants an outcome, and stands in no column in clear', async () => {
    const bare = await ana.post('proof.create', { proof: { ...proof, outcome: ' ' } });
    expect(JSON.parse(bare.body).error.data.fields).toEqual([{ path: 'proof.outcome', message: 'Write the outcome.' }]);
    const rows = await world.client.proof.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join()).not.toContain('PROOF-CANARY');
  });
});

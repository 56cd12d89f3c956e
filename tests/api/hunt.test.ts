import { blankPlan } from '@parley/domain/hunt/hunt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
});
afterAll(() => world.close());

describe('a hunt', () => {
  it('is blank at first, kept by revision, sealed, and nobody else’s', async () => {
    expect(await ana.api.hunt.get.query()).toEqual({ rev: 0, plan: blankPlan, histories: [] });
    const plan = { ...blankPlan, target: 'HUNTMARK', kept: ['2026-11-16'] };
    expect(await ana.api.hunt.save.mutate({ rev: 0, plan })).toEqual({ rev: 1 });
    expect(await ana.api.hunt.get.query()).toMatchObject({ rev: 1, plan });
    expect((await ana.post('hunt.save', { rev: 0, plan })).status).toBe(409);
    expect(await ben.api.hunt.get.query()).toMatchObject({ rev: 0, plan: blankPlan });
    const rows = await world.client.hunt.findMany();
    expect(rows.map(({ sealed }) => Buffer.from(sealed).includes('HUNTMARK'))).toEqual([false]);
    const seen = await world.deps.asUser(world.client, ben.id, (db) => db.hunt.findMany());
    expect(seen).toEqual([]);
  });

  it('two first plans at once are one', async () => {
    const answers = await Promise.all(
      [1, 2].map((at) => ben.post('hunt.save', { rev: 0, plan: { ...blankPlan, target: `${at}` } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('counts on steps as they stand: an undone one leaves no trace', async () => {
    const opening = { company: 'Acme', role: 'Engineer', alias: '', stage: 'applied' as const, on: '2026-11-02' };
    const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'interview', on: '2026-11-03' });
    await ana.api.opportunity.undoStage.mutate({ opportunityId, rev: 2 });
    const { histories } = await ana.api.hunt.get.query();
    expect(histories).toEqual([
      {
        ...{ opportunityId, stage: 'applied', role: 'Engineer', level: '', callDays: [] },
        entries: [{ stage: 'applied', on: '2026-11-02' }],
      },
    ]);
  });
});

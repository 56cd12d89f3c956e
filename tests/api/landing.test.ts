import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeArchive } from '../support/archives.ts';
import { inDays } from '../support/clock.ts';
import { offerContent } from '../support/stage-things.ts';
import { moveOf, openTable } from '../support/table.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
beforeEach(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
});
afterEach(() => world.close());

const final = { base: 11_000_000, bonusPercent: null, signOn: null, equity: null, others: [] };
const outcome = { kind: 'accepted' as const, on: '2026-11-20', package: final, words: '', refused: [], reason: null };

/** An offer with a ledger, a walk-away and a draft of a round, accepted today. */
async function land(person: Person) {
  const table = await openTable(person);
  const { offerId, negotiationId } = table;
  await person.api.offer.addVersion.mutate({
    offerId,
    rev: 1,
    version: { stage: 'written', content: offerContent('x', 10_000_000) },
  });
  await person.api.move.add.mutate({ negotiationId, move: moveOf('2026-11-18T10:00:00Z', 'employer', 10_000_000) });
  await person.api.move.add.mutate({ negotiationId, move: moveOf('2026-11-19T10:00:00Z', 'candidate', 12_500_000) });
  const walkAway = { base: 9_000_000, total: null, leave: null, words: '' };
  await person.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
  await person.api.round.create.mutate({ negotiationId });
  await person.api.outcome.record.mutate({ negotiationId, outcome });
  return table;
}

const left = async (person: Person) => ({
  offers: await world.client.offer.count({ where: { ownerId: person.id } }),
  versions: await world.client.offerVersion.count({ where: { ownerId: person.id } }),
  ledgers: await world.client.negotiation.count({ where: { ownerId: person.id } }),
  moves: await world.client.move.count({ where: { ownerId: person.id } }),
  walkAways: await world.client.walkAway.count({ where: { ownerId: person.id } }),
  rounds: await world.client.item.count({ where: { ownerId: person.id, kind: 'round' } }),
});
const none = { offers: 0, versions: 0, ledgers: 0, moves: 0, walkAways: 0, rounds: 0 };
const all = { offers: 1, versions: 1, ledgers: 1, moves: 2, walkAways: 1, rounds: 1 };

describe('after landing', () => {
  it('everything is kept unless somebody chose otherwise', async () => {
    await land(ana);
    await world.setClock(inDays(400));
    await world.tick();
    expect(await left(ana)).toEqual(all);
  });

  it('offers and ledgers go on the day that was chosen, by the clock, and not before', async () => {
    const { opportunityId } = await land(ana);
    await ana.api.landing.save.mutate({ choice: 'delete', days: 30 });
    expect(await ana.api.landing.get.query()).toMatchObject({ choice: 'delete', days: 30, offers: 1, negotiations: 1 });
    await world.setClock(inDays(29));
    await world.tick();
    expect(await left(ana)).toEqual(all);
    await world.setClock(inDays(31));
    await world.tick();
    expect(await left(ana)).toEqual(none);
    expect(await world.client.keepsake.count()).toBe(0);
    expect(world.faults).toEqual([]);
    const again = ana.twin();
    await again.api.identity.signIn.mutate({ email: ana.email, password: ana.password });
    expect((await again.post('opportunity.page', { opportunityId })).status).toBe(200);
    expect(await again.api.landing.get.query()).toMatchObject({ choice: 'delete', offers: 0, negotiations: 0 });
  });

  it('or are reduced to percentages, of which only their owner reads', async () => {
    await land(ana);
    const ben = await world.person('Ben');
    await ana.api.landing.save.mutate({ choice: 'percentages', days: 1 });
    await world.setClock(inDays(2));
    await Promise.all([world.tick(), world.tick()]);
    expect(await left(ana)).toEqual(none);
    const { keepsakes } = await ana.api.landing.get.query();
    expect(keepsakes).toMatchObject([
      {
        company: 'Acme',
        steps: [
          { on: '2026-11-18', party: 'employer', percent: '100.0' },
          { on: '2026-11-19', party: 'candidate', percent: '125.0' },
        ],
        outcome: { kind: 'accepted', percent: '110.0' },
      },
    ]);
    const { tables } = await takeArchive(ana);
    expect(tables.keepsake).toMatchObject([{ content: { outcome: { percent: '110.0' } } }]);
    expect((await ben.api.landing.get.query()).keepsakes).toEqual([]);
    const seen = await world.deps.asUser(world.client, ben.id, (db) => db.keepsake.findMany());
    expect(seen).toEqual([]);
  });

  it('not within a day of the choice, not once it is taken back, and not what a later search brought', async () => {
    await land(ana);
    await world.setClock(inDays(100));
    await ana.twin().api.identity.signIn.mutate({ email: ana.email, password: ana.password });
    const now = ana.twin();
    await now.api.identity.signIn.mutate({ email: ana.email, password: ana.password });
    await openTable(now);
    await now.api.landing.save.mutate({ choice: 'delete', days: 1 });
    await world.tick();
    expect(await left(ana)).toMatchObject({ offers: 2 });
    await now.api.landing.save.mutate({ choice: null, days: 1 });
    await world.setClock(inDays(102));
    await world.tick();
    expect(await left(ana)).toMatchObject({ offers: 2 });
    await now.api.landing.save.mutate({ choice: 'delete', days: 1 });
    await world.setClock(inDays(104));
    await world.tick();
    expect(await left(ana)).toMatchObject({ offers: 1, ledgers: 1, moves: 0 });
  });

  it('an acceptance that was taken back is no landing', async () => {
    const { negotiationId } = await land(ana);
    await ana.api.outcome.undo.mutate({ negotiationId, rev: 1 });
    await ana.api.landing.save.mutate({ choice: 'delete', days: 1 });
    await world.setClock(inDays(5));
    await world.tick();
    expect(await left(ana)).toEqual(all);
  });
});

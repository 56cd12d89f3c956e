import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { emptyMission } from '@parley/domain/mission/mission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askFields, codeOf, makeOffer, openTable, type Seats, seatCouncil, shareAll, type Table } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let table: Table;
let world: World;
let ana: Person;
let ben: Person;
let councilId: string;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, councilId } = seats);
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

const get = (person: Person) => person.api.negotiation.get.query({ negotiationId: table.negotiationId });

describe('asks', () => {
  const create = (title: string) =>
    ana.api.ask.create.mutate({ negotiationId: table.negotiationId, ask: { ...askFields, title } });

  it('stand in the order of their ranks and are ranked anew as a whole', async () => {
    const [one, two, three] = [await create('one'), await create('two'), await create('three')];
    const order = [three.askId, one.askId, two.askId];
    await ana.api.ask.rank.mutate({ negotiationId: table.negotiationId, order });
    expect((await get(ana)).asks.map((ask) => ask.title)).toEqual(['three', 'one', 'two']);
    const short = await ana.post('ask.rank', { negotiationId: table.negotiationId, order: order.slice(1) });
    expect([codeOf(short.body), JSON.parse(short.body).error.data.newer]).toEqual(['CONFLICT', { order }]);
    await ana.api.ask.remove.mutate({ askId: one.askId });
    expect((await get(ana)).asks.map((ask) => ask.title)).toEqual(['three', 'two']);
  });

  it('are not ranked by ids of another negotiation', async () => {
    const here = await create('here');
    const elsewhere = await openTable(ana);
    const { askId } = await ana.api.ask.create.mutate({ negotiationId: elsewhere.negotiationId, ask: askFields });
    const answer = await ana.post('ask.rank', { negotiationId: table.negotiationId, order: [askId] });
    expect([codeOf(answer.body), (await get(ana)).asks.map((ask) => ask.askId)]).toEqual(['CONFLICT', [here.askId]]);
  });

  it('are saved by revision', async () => {
    const { askId } = await create('first');
    expect((await ana.api.ask.save.mutate({ askId, rev: 1, ask: { ...askFields, title: 'second' } })).rev).toBe(2);
    const stale = await ana.post('ask.save', { askId, rev: 1, ask: askFields });
    expect(JSON.parse(stale.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { title: 'second', rev: 2 } });
  });

  it('end at forty', async () => {
    for (let count = 0; count < 40; count += 1) await create(`ask ${count}`);
    const more = await ana.post('ask.create', { negotiationId: table.negotiationId, ask: askFields });
    expect([more.status, more.body.includes('at most 40 asks')]).toEqual([403, true]);
  });

  it('are made from a need of the own mission, once', async () => {
    const { missionId } = await ana.api.mission.create.mutate({ opportunityId: table.opportunityId });
    const need = {
      id: newId(),
      leg: 'budget',
      text: 'Clear the debt',
      amount: { minor: 5_000_000, currency: 'EUR' },
      keyResultId: null,
    } as const;
    await ana.api.mission.save.mutate({ missionId, rev: 1, document: { ...emptyMission, needs: [need] } });
    const input = { negotiationId: table.negotiationId, missionId, needId: need.id };
    const { askId } = await ana.api.ask.fromNeed.mutate(input);
    expect((await get(ana)).asks[0]).toMatchObject({
      askId,
      leg: 'budget',
      title: 'Clear the debt',
      amount: 5_000_000,
      fromNeed: { missionId, needId: need.id },
    });
    await ana.api.ask.save.mutate({ askId, rev: 1, ask: { ...askFields, title: 'Debt' } });
    expect((await get(ana)).asks[0]).toMatchObject({ title: 'Debt', fromNeed: { missionId, needId: need.id } });
    expect((await ana.post('ask.fromNeed', input)).status).toBe(403);
    expect((await ana.post('ask.fromNeed', { ...input, needId: newId() })).status).toBe(404);
    await shareAll(seats, ana, table.negotiationId);
    expect((await get(ben)).asks[0]).toMatchObject({ title: 'Debt', fromNeed: null });
  });

  it('are not made from somebody else’s mission, shared or not', async () => {
    const bens = await makeOffer(ben);
    const { missionId } = await ben.api.mission.create.mutate({ opportunityId: bens.opportunityId });
    const need = { id: newId(), leg: 'support', text: 'Ben’s secret need', amount: null, keyResultId: null } as const;
    await ben.api.mission.save.mutate({ missionId, rev: 1, document: { ...emptyMission, needs: [need] } });
    const input = { negotiationId: table.negotiationId, missionId, needId: need.id };
    expect((await ana.post('ask.fromNeed', input)).status).toBe(404);
    await ben.api.share.set.mutate({
      itemId: missionId,
      councilId,
      readerId: null,
      levels: wholeLevels('hidden'),
      expiresAt: null,
    });
    const shared = await ana.post('ask.fromNeed', input);
    expect([shared.status, shared.body.includes('secret')]).toEqual([403, false]);
  });
});

describe('what an ask rests on', () => {
  const keyResult = {
    ...{ id: newId(), metric: 'Lead time', direction: 'fall' as const, start: '45', target: '12', current: null },
    ...{ unit: 'minutes', due: null, firstNinetyDays: true },
  };
  const proof = { outcome: 'Cut the lead time', metric: '45 to 12', scope: '', verify: 'WITNESS-CANARY', led: true };

  async function ground(person: Person, opportunityId: string) {
    const { missionId } = await person.api.mission.create.mutate({ opportunityId });
    const document = { ...emptyMission, objectives: [{ id: newId(), title: 'Faster', keyResults: [keyResult] }] };
    await person.api.mission.save.mutate({ missionId, rev: 1, document });
    const { proofId } = await person.api.proof.create.mutate({ proof });
    return { proofIds: [proofId], serves: { missionId, keyResultId: keyResult.id } };
  }
  const post = (ask: object) => ana.post('ask.create', { negotiationId: table.negotiationId, ask: { ...askFields, ...ask } });
  const field = ({ body }: { body: string }) => JSON.parse(body).error?.data?.fields?.[0]?.path;

  it('is a key result of its mission and proofs of one’s own, for its owner alone', async () => {
    const ties = await ground(ana, table.opportunityId);
    const { askId } = await ana.api.ask.create.mutate({ negotiationId: table.negotiationId, ask: { ...askFields, ...ties } });
    expect((await get(ana)).asks).toMatchObject([ties]);
    await shareAll(seats, ana, table.negotiationId);
    expect((await get(ben)).asks).toMatchObject([{ proofIds: [], serves: null }]);
    await ana.api.ask.save.mutate({ askId, rev: 1, ask: { ...askFields, proofIds: [] } });
    expect((await get(ana)).asks).toMatchObject([{ proofIds: [], serves: null }]);
  });

  it('is neither another’s, nor of another opening, nor gone', async () => {
    const bens = await openTable(ben);
    const theirs = await ground(ben, bens.opportunityId);
    const elsewhere = await ground(ana, (await makeOffer(ana)).opportunityId);
    const own = await ground(ana, table.opportunityId);
    expect(field(await post({ proofIds: theirs.proofIds }))).toBe('ask.proofIds');
    expect(field(await post({ proofIds: [newId()] }))).toBe('ask.proofIds');
    for (const serves of [theirs.serves, elsewhere.serves, { ...own.serves, keyResultId: newId() }])
      expect(field(await post({ serves }))).toBe('ask.serves');
    expect((await post({ serves: own.serves })).status).toBe(200);
  });
});

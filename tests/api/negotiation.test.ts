import { newId } from '@parley/db/id';
import { emptyMission } from '@parley/domain/mission/mission';
import { emptyPackage } from '@parley/domain/negotiation/package';
import { wholeLevels } from '@parley/domain/share/share';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dora: Person;
let councilId: string;
let table: Table;

type Table = { opportunityId: string; offerId: string; negotiationId: string };

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  cara = await world.person('Cara');
  dora = await world.person('Dora');
  councilId = await world.council('Thursday', [cara, ana, ben]);
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

async function makeOffer(person: Person): Promise<{ opportunityId: string; offerId: string }> {
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'offer', on: '2026-05-01' } as const;
  const { opportunityId } = await person.api.opportunity.create.mutate(opening);
  const offerId = newId();
  await world.client.item.create({ data: { id: offerId, kind: 'offer', ownerId: person.id, opportunityId } });
  await world.client.offer.create({ data: { id: offerId, sealed: new Uint8Array(64) } });
  return { opportunityId, offerId };
}

async function openTable(person: Person): Promise<Table> {
  const ground = await makeOffer(person);
  const { negotiationId } = await person.api.negotiation.create.mutate({ offerId: ground.offerId, currency: 'EUR' });
  return { ...ground, negotiationId };
}

const share = (itemId: string) =>
  ana.api.share.set.mutate({ itemId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null });

const fields = { leg: 'compensation', tier: 'must', title: 'Base 120', amount: 12_000_000, justification: '', fallback: '' } as const;
const move = (at: string, party: 'candidate' | 'employer', base: number) => ({
  at,
  party,
  kind: 'propose' as const,
  channel: 'call' as const,
  package: { ...emptyPackage, base },
  words: 'exactly so',
  firmness: 'difficult' as const,
  heard: [],
});
const codeOf = (body: string): string => JSON.parse(body).error?.data?.code;
const get = (person: Person) => person.api.negotiation.get.query({ negotiationId: table.negotiationId });

describe('a negotiation', () => {
  it('begins for an own offer, once, seen by its owner alone, with three objections to start from', async () => {
    const seen = await get(ana);
    expect(seen).toMatchObject({ rev: 1, mine: true, offerId: table.offerId, asks: [], moves: [], ledger: { turn: { state: 'not-begun' } } });
    expect(seen.objections).toHaveLength(3);
    const again = await ana.post('negotiation.create', { offerId: table.offerId, currency: 'EUR' });
    expect([again.status, codeOf(again.body)]).toEqual([403, 'FORBIDDEN']);
    const others = await ben.post('negotiation.get', { negotiationId: table.negotiationId });
    const nothing = await ben.post('negotiation.get', { negotiationId: newId() });
    expect([others.status, others.body]).toEqual([404, nothing.body]);
  });

  it('is not begun for somebody else’s offer', async () => {
    const { offerId } = await makeOffer(ana);
    expect((await ben.post('negotiation.create', { offerId, currency: 'EUR' })).status).toBe(404);
  });

  it('keeps the plan by revision and answers a stale one with the newer', async () => {
    const { plan } = await get(ana);
    const target = { base: 12_000_000, total: null };
    const input = { negotiationId: table.negotiationId, rev: 1, plan: { ...plan, target } };
    expect((await ana.api.negotiation.save.mutate(input)).rev).toBe(2);
    expect((await get(ana)).plan.target).toEqual(target);
    const stale = await ana.post('negotiation.save', { ...input, plan: { ...plan, horizonYears: 2 } });
    expect(codeOf(stale.body)).toBe('CONFLICT');
    expect(JSON.parse(stale.body).error.data.newer).toMatchObject({ rev: 2, plan: { target } });
  });

  it('keeps one of two plans saved at the same moment', async () => {
    const { plan } = await get(ana);
    const input = (horizonYears: number) => ({ negotiationId: table.negotiationId, rev: 1, plan: { ...plan, horizonYears } });
    const answers = await Promise.all([ana.post('negotiation.save', input(2)), ana.post('negotiation.save', input(3))]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
  });

  it('keeps its currency once amounts are entered', async () => {
    const { plan } = await get(ana);
    await ana.api.ask.create.mutate({ negotiationId: table.negotiationId, ask: fields });
    const yen = await ana.post('negotiation.save', { negotiationId: table.negotiationId, rev: 1, plan: { ...plan, currency: 'JPY' } });
    expect([yen.status, yen.body.includes('EUR already')]).toEqual([403, true]);
  });

  it('ends with its walk-away', async () => {
    const { negotiationId } = table;
    await ana.api.negotiation.remove.mutate({ negotiationId });
    expect((await ana.post('negotiation.get', { negotiationId })).status).toBe(404);
    expect(await world.client.walkAway.count({ where: { negotiationId } })).toBe(0);
  });
});

describe('asks', () => {
  const create = (title: string) => ana.api.ask.create.mutate({ negotiationId: table.negotiationId, ask: { ...fields, title } });

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
    const { askId } = await ana.api.ask.create.mutate({ negotiationId: elsewhere.negotiationId, ask: fields });
    const answer = await ana.post('ask.rank', { negotiationId: table.negotiationId, order: [askId] });
    expect([codeOf(answer.body), (await get(ana)).asks.map((ask) => ask.askId)]).toEqual(['CONFLICT', [here.askId]]);
  });

  it('are saved by revision', async () => {
    const { askId } = await create('first');
    expect((await ana.api.ask.save.mutate({ askId, rev: 1, ask: { ...fields, title: 'second' } })).rev).toBe(2);
    const stale = await ana.post('ask.save', { askId, rev: 1, ask: fields });
    expect(JSON.parse(stale.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { title: 'second', rev: 2 } });
  });

  it('end at forty', async () => {
    for (let count = 0; count < 40; count += 1) await create(`ask ${count}`);
    const more = await ana.post('ask.create', { negotiationId: table.negotiationId, ask: fields });
    expect([more.status, more.body.includes('at most 40 asks')]).toEqual([403, true]);
  });

  it('are made from a need of the own mission, once', async () => {
    const { missionId } = await ana.api.mission.create.mutate({ opportunityId: table.opportunityId });
    const need = { id: newId(), leg: 'budget', text: 'Clear the debt', amount: { minor: 5_000_000, currency: 'EUR' }, keyResultId: null } as const;
    await ana.api.mission.save.mutate({ missionId, rev: 1, document: { ...emptyMission, needs: [need] } });
    const input = { negotiationId: table.negotiationId, missionId, needId: need.id };
    const ask = await ana.api.ask.fromNeed.mutate(input);
    expect(ask).toMatchObject({ leg: 'budget', title: 'Clear the debt', amount: 5_000_000, fromNeed: { missionId, needId: need.id } });
    const saved = await ana.api.ask.save.mutate({ askId: ask.askId, rev: 1, ask: { ...fields, title: 'Debt' } });
    expect(saved.fromNeed).toEqual(ask.fromNeed);
    expect((await ana.post('ask.fromNeed', input)).status).toBe(403);
    expect((await ana.post('ask.fromNeed', { ...input, needId: newId() })).status).toBe(404);
    await share(table.negotiationId);
    expect((await get(ben)).asks[0]).toMatchObject({ title: 'Debt', fromNeed: null });
  });

  it('are not made from somebody else’s mission, shared or not', async () => {
    const bens = await makeOffer(ben);
    const { missionId } = await ben.api.mission.create.mutate({ opportunityId: bens.opportunityId });
    const need = { id: newId(), leg: 'support', text: 'Ben’s secret need', amount: null, keyResultId: null } as const;
    await ben.api.mission.save.mutate({ missionId, rev: 1, document: { ...emptyMission, needs: [need] } });
    const input = { negotiationId: table.negotiationId, missionId, needId: need.id };
    expect((await ana.post('ask.fromNeed', input)).status).toBe(404);
    await ben.api.share.set.mutate({ itemId: missionId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null });
    const shared = await ana.post('ask.fromNeed', input);
    expect([shared.status, shared.body.includes('secret')]).toEqual([403, false]);
  });
});

describe('objections', () => {
  it('are written, corrected and removed', async () => {
    const objection = { says: 'Bands are fixed.', reply: 'Who sets them?' };
    const made = await ana.api.objection.create.mutate({ negotiationId: table.negotiationId, objection });
    await ana.api.objection.save.mutate({ objectionId: made.objectionId, rev: 1, objection: { ...objection, reply: 'And sign-on?' } });
    const stale = await ana.post('objection.save', { objectionId: made.objectionId, rev: 1, objection });
    expect(codeOf(stale.body)).toBe('CONFLICT');
    expect((await get(ana)).objections.at(-1)).toMatchObject({ rev: 2, reply: 'And sign-on?' });
    await ana.api.objection.remove.mutate({ objectionId: made.objectionId });
    expect((await get(ana)).objections).toHaveLength(3);
  });
});

describe('the ledger', () => {
  const add = (entry: ReturnType<typeof move>) => ana.api.move.add.mutate({ negotiationId: table.negotiationId, move: entry });

  it('orders moves by when they were made and remarks a concession to oneself', async () => {
    await add(move('2026-05-03T09:00:00.000Z', 'candidate', 10_000_000));
    await add(move('2026-05-05T09:00:00.000Z', 'candidate', 9_200_000));
    await add(move('2026-05-01T09:00:00.000Z', 'employer', 9_000_000));
    const { ledger, moves } = await get(ana);
    expect(moves.map((one) => one.package.base)).toEqual([9_000_000, 10_000_000, 9_200_000]);
    expect(ledger.steps.at(-1)).toMatchObject({ concession: 3_200_000, movement: 0, remarks: [{ kind: 'you-moved-they-did-not', since: '2026-05-01T09:00:00.000Z' }] });
    expect(ledger.turn).toEqual({ state: 'theirs', since: '2026-05-03T09:00:00.000Z' });
    expect(ledger.fixed).toMatchObject([{ component: 'base', firmness: 'difficult', words: 'exactly so' }]);
  });

  it('takes a correction and takes a move out', async () => {
    const { moveId } = await add(move('2026-05-03T09:00:00.000Z', 'candidate', 10_000_000));
    await ana.api.move.save.mutate({ moveId, rev: 1, move: move('2026-05-04T09:00:00.000Z', 'employer', 1) });
    expect((await get(ana)).moves[0]).toMatchObject({ rev: 2, party: 'employer', at: '2026-05-04T09:00:00.000Z' });
    expect(codeOf((await ana.post('move.save', { moveId, rev: 1, move: move('2026-05-04T09:00:00.000Z', 'employer', 2) })).body)).toBe('CONFLICT');
    await ana.api.move.remove.mutate({ moveId });
    expect((await get(ana)).moves).toEqual([]);
  });

  it('refuses a move of tomorrow, beside its field', async () => {
    const at = new Date(Date.now() + 86_400_000).toISOString();
    for (const path of ['move.add', 'move.save']) {
      const { moveId } = await add(move('2026-05-03T09:00:00.000Z', 'candidate', 1));
      const input = path === 'move.add' ? { negotiationId: table.negotiationId } : { moveId, rev: 1 };
      const answer = await ana.post(path, { ...input, move: move(at, 'candidate', 1) });
      expect([answer.status, JSON.parse(answer.body).error.data.fields[0].path]).toEqual([400, 'move.at']);
    }
  });
});

describe('what a reader may do', () => {
  it('reads everything but the walk-away, and changes nothing', async () => {
    const { negotiationId } = table;
    const ask = await ana.api.ask.create.mutate({ negotiationId, ask: fields });
    const made = await ana.api.move.add.mutate({ negotiationId, move: move('2026-05-03T09:00:00.000Z', 'candidate', 1) });
    await share(negotiationId);
    const seen = await get(ben);
    expect(seen).toMatchObject({ mine: false, offerId: null, asks: [{ title: 'Base 120' }], moves: [{ words: 'exactly so' }] });
    const objectionId = seen.objections[0]?.objectionId;
    const objection = { says: 'a', reply: 'b' };
    const writes: [string, object][] = [
      ['negotiation.save', { negotiationId, rev: 1, plan: seen.plan }],
      ['negotiation.remove', { negotiationId }],
      ['walkAway.get', { negotiationId }],
      ['walkAway.set', { negotiationId, rev: 1, walkAway: { base: 1, total: null, leave: null, words: '' } }],
      ['ask.create', { negotiationId, ask: fields }],
      ['ask.save', { askId: ask.askId, rev: 1, ask: fields }],
      ['ask.remove', { askId: ask.askId }],
      ['ask.rank', { negotiationId, order: [ask.askId] }],
      ['objection.create', { negotiationId, objection }],
      ['objection.save', { objectionId, rev: 1, objection }],
      ['objection.remove', { objectionId }],
      ['move.add', { negotiationId, move: move('2026-05-03T09:00:00.000Z', 'employer', 1) }],
      ['move.save', { moveId: made.moveId, rev: 1, move: move('2026-05-03T09:00:00.000Z', 'employer', 1) }],
      ['move.remove', { moveId: made.moveId }],
    ];
    const before = await get(ana);
    for (const [path, input] of writes) {
      expect([path, (await ben.post(path, input)).status]).toEqual([path, 403]);
      expect([path, (await dora.post(path, input)).status]).toEqual([path, 404]);
      expect([path, (await world.anonymous().post(path, input)).status]).toEqual([path, 401]);
    }
    expect(await get(ana)).toEqual(before);
  });
});

describe('the walk-away', () => {
  const base = 8_765_432_101;
  const words = 'WALKAWAY-CANARY-7731';
  const set = (rev: number) =>
    ana.api.walkAway.set.mutate({ negotiationId: table.negotiationId, rev, walkAway: { base, total: null, leave: 'yes', words } });

  it('is there from the beginning, the owner’s to set, and kept by revision', async () => {
    const { negotiationId } = table;
    expect(await ana.api.walkAway.get.query({ negotiationId })).toEqual({ rev: 1, walkAway: { base: null, total: null, leave: null, words: '' } });
    expect(await set(1)).toEqual({ rev: 2 });
    expect((await ana.api.walkAway.get.query({ negotiationId })).walkAway).toMatchObject({ base, leave: 'yes', words });
    const stale = await ana.post('walkAway.set', { negotiationId, rev: 1, walkAway: { base: 1, total: null, leave: null, words: '' } });
    expect([codeOf(stale.body), JSON.parse(stale.body).error.data.newer.walkAway.words]).toEqual(['CONFLICT', words]);
  });

  it('changes no byte of what a reader and the moderator can get', async () => {
    const { negotiationId, opportunityId } = table;
    await share(negotiationId);
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
    await share(table.negotiationId);
    await set(1);
    const rows = await world.deps.asUser(world.client, ben.id, (db) => db.walkAway.findMany());
    expect(rows).toEqual([]);
  });
});

describe('hostile input', () => {
  const hostile: [string, (at: Table) => object, string][] = [
    ['negotiation.create', ({ offerId }) => ({ offerId, currency: 'XXQ' }), 'currency'],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...fields, title: 'a\u202eb' } }), 'ask.title'],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...fields, amount: -1 } }), 'ask.amount'],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...fields, amount: 0.5 } }), 'ask.amount'],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...fields, justification: 'x'.repeat(2001) } }), 'ask.justification'],
    ['ask.create', ({ negotiationId }) => ({ negotiationId, ask: { ...fields, fromNeed: null } }), 'ask'],
    ['ask.rank', ({ negotiationId }) => ({ negotiationId, order: Array.from({ length: 41 }, newId) }), 'order'],
    ['move.add', ({ negotiationId }) => ({ negotiationId, move: move('1999-01-01T00:00:00Z', 'employer', 1) }), 'move.at'],
    ['move.add', ({ negotiationId }) => ({ negotiationId, move: { ...move('2026-05-01T00:00:00Z', 'employer', 1), package: emptyPackage } }), 'move.package'],
    ['move.add', ({ negotiationId }) => ({ negotiationId, move: { ...move('2026-05-01T00:00:00Z', 'employer', 1), kind: 'accept' } }), 'move.package'],
    ['walkAway.set', ({ negotiationId }) => ({ negotiationId, rev: 1, walkAway: { base: 2 ** 53, total: null, leave: null, words: '' } }), 'walkAway.base'],
    ['objection.create', ({ negotiationId }) => ({ negotiationId, objection: { says: ' ', reply: '' } }), 'objection.says'],
  ];
  it.each(hostile)('%s is refused with its field', async (path, input, field) => {
    const answer = await ana.post(path, input(table));
    expect([answer.status, JSON.parse(answer.body).error.data.fields[0].path]).toEqual([400, field]);
    expect(world.faults).toEqual([]);
  });
});

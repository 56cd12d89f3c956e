import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTable, get, openOf, revealedOf, seal, soon, status, type Table, trySeal, turned } from '../support/round-table.ts';
import { baseCounter } from '../support/rounds.ts';
import type { Person } from '../support/world.ts';

let table: Table;
let world: Table['world'];
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;

beforeAll(async () => {
  table = await createTable();
  ({ world, ana, ben, cara, dan } = table);
});
afterAll(() => world.close());

describe('revealing', () => {
  it('happens when the last of those asked has sealed, to all of them together', async () => {
    const roundId = await table.opened([ben, cara, dan]);
    await seal(ana, roundId, 13_000_000, 'my aim');
    await seal(dan, roundId, 12_100_000, 'They said there is room.');
    await seal(cara, roundId, 12_900_001);
    expect(await seal(ben, roundId, 12_400_000)).toEqual({ roundId, late: false, revealed: true });
    for (const person of [ana, ben, cara, dan]) {
      const stage = await revealedOf(person, roundId);
      expect(stage.summary).toEqual({
        count: 3,
        components: [{ component: 'base', unit: 'money', low: 12_100_000, median: 12_400_000, high: 12_900_001 }],
        total: { low: 48_400_000, median: 49_600_000, high: 51_600_004 },
      });
      expect(stage.counters.map(({ name, mine }) => [name, mine]).sort()).toEqual(
        ['Ben', 'Cara', 'Dan'].map((name) => [name, name === person.name]),
      );
      expect(stage.target).toMatchObject({ ...baseCounter(13_000_000, 'my aim'), total: 52_000_000 });
      expect(stage).toMatchObject({ late: [], maySeal: false });
    }
    const told = await world.client.notification.findMany({ where: { itemId: roundId, kind: 'roundRevealed' } });
    expect(told.map((notice) => notice.recipientId).sort()).toEqual([ana.id, cara.id, dan.id].sort());
    const { moved } = await ana.api.today.page.query();
    expect(moved.find((entry) => entry.kind === 'roundRevealed' && entry.item?.itemId === roundId)?.actor).toBe('');
  });

  it('is the owner’s word otherwise, naming how many are missing', async () => {
    const roundId = await table.opened([ben, cara]);
    await seal(ben, roundId, 12_000_000);
    const wrong = await ana.post('round.reveal', { roundId, missing: 1 });
    expect(wrong.status).toBe(409);
    // as of the last set moment: that Ben has sealed since then is no number's business
    expect(JSON.parse(wrong.body).error.data.newer).toEqual({ missing: 2 });
    await table.reveal(roundId);
    expect((await revealedOf(cara, roundId)).counters).toHaveLength(1);
    expect(await status(ana, 'reveal', { roundId, missing: 1 })).toBe(403);
  });

  it('comes with the deadline by the database’s clock when enough have sealed, and no read does it', async () => {
    const roundId = await table.opened([ben, cara, dan], { deadlineAt: soon(), quorum: 2 });
    await seal(ben, roundId, 12_000_000);
    await table.pass(roundId);
    expect((await openOf(ana, roundId)).owner?.missing).toBe(3);
    expect(await seal(cara, roundId, 13_000_000)).toMatchObject({ late: false, revealed: true });
    const [other] = [await table.opened([ben, cara, dan], { deadlineAt: soon(), quorum: 2 })];
    await seal(ben, other, 12_000_000);
    await seal(cara, other, 13_000_000);
    await table.pass(other);
    const { waiting } = await ana.api.today.page.query();
    expect(waiting).toContainEqual(expect.objectContaining({ what: 'counters', roundId: other, enough: true }));
    expect(await world.client.round.findUnique({ where: { id: other } })).toMatchObject({ state: 'open' });
    expect(await Promise.all([world.tick(), world.tick(), world.tick()])).toContain(1);
    const stages = await Promise.all([ana, ben, dan, dan.twin()].map((person) => revealedOf(person, other)));
    for (const stage of stages) expect(stage.summary).toMatchObject({ count: 2 });
    const told = await world.client.notification.findMany({ where: { itemId: other, kind: 'roundRevealed' } });
    expect(told.map((notice) => notice.recipientId).sort()).toEqual([ana.id, ben.id, cara.id, dan.id].sort());
    expect(new Set(told.map((notice) => notice.actorId))).toEqual(new Set([ana.id]));
  });

  it('never to its owner alone: where nobody else reads it any more it stays sealed', async () => {
    const roundId = await table.opened([ben, cara, dan], { deadlineAt: soon(), quorum: 2 });
    for (const person of [ben, cara]) await seal(person, roundId, 12_000_000);
    const { shares } = await ana.api.share.get.query({ itemId: roundId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    await table.pass(roundId);
    await world.tick();
    expect((await get(ana, roundId)).stage.state).toBe('open');
    await turned(world, roundId);
    const refused = await ana.post('round.reveal', { roundId, missing: 1 });
    expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('Share it again, or cancel it.')]);
    await table.shareWith(roundId, ben);
    await world.tick();
    expect((await revealedOf(ben, roundId)).summary).toMatchObject({ count: 2 });
  });

  it('finds who seals after the deadline late, even when nobody has looked since', async () => {
    const roundId = await table.opened([ben, cara, dan], { deadlineAt: soon(), quorum: 2 });
    await seal(ben, roundId, 12_000_000);
    await seal(cara, roundId, 13_000_000);
    await table.pass(roundId);
    expect(await seal(dan, roundId, 90_000_000)).toEqual({ roundId, late: true, revealed: false });
    const stage = await revealedOf(ana, roundId);
    expect(stage.summary).toMatchObject({ count: 2, total: { high: 52_000_000 } });
    expect(stage.late).toMatchObject([{ name: 'Dan', package: { base: 90_000_000 } }]);
  });

  it('can be put off by its owner, to a moment that lies ahead', async () => {
    const roundId = await table.opened([ben, cara], { deadlineAt: soon() });
    expect(await status(ana, 'extend', { roundId, rev: 2, deadlineAt: '2020-01-01T00:00:00Z' })).toBe(400);
    expect(await status(ana, 'extend', { roundId, rev: 1, deadlineAt: null })).toBe(409);
    expect(await ana.api.round.extend.mutate({ roundId, rev: 2, deadlineAt: null })).toEqual({ rev: 3 });
    expect(await get(ben, roundId)).toMatchObject({ rev: 3, deadlineAt: null, document: { question: 'QUESTIONCANARY' } });
  });

  it('without names tells nothing that leads to a person but one’s own', async () => {
    const [one, other] = [
      await table.opened([ben, cara, dan], { named: false }),
      await table.opened([ben, cara, dan], { named: false }),
    ];
    const said: [number, string][] = [
      [12_000_000, 'first'],
      [11_000_000, 'second'],
      [13_000_000, 'third'],
    ];
    for (const [index, person] of [ben, cara].entries()) await seal(person, one, ...(said[index] ?? [0, '']));
    for (const [index, person] of [cara, ben].entries()) await seal(person, other, ...(said[index] ?? [0, '']));
    for (const roundId of [one, other]) await table.reveal(roundId);
    for (const roundId of [one, other]) await seal(dan, roundId, ...(said[2] ?? [0, '']));
    const bodies = await Promise.all(
      [one, other].map(async (roundId) => (await ana.post('round.get', { roundId })).body.replaceAll(roundId, 'round')),
    );
    const { opportunityId } = await get(ana, one);
    const second = await get(ana, other);
    expect(bodies[0]?.replaceAll(opportunityId, '')).toBe(bodies[1]?.replaceAll(second.opportunityId, ''));
    for (const person of [ben, cara, dan])
      for (const mark of [person.id, person.name]) expect(bodies[0]).not.toContain(`"${mark}"`);
    expect((await revealedOf(ben, one)).counters.filter((counter) => counter.mine)).toMatchObject([{ reason: 'first' }]);
  });
});

describe('at the same moment', () => {
  it('two seals of one person from two tabs are one counter, while open and when late', async () => {
    const roundId = await table.opened([ben, cara]);
    const both = () => Promise.all([trySeal(ben, roundId, 11), trySeal(ben.twin(), roundId, 22)]);
    expect(await both()).toEqual([200, 200]);
    expect(await world.client.sealedCounter.count({ where: { roundId, authorId: ben.id } })).toBe(1);
    expect([11, 22]).toContain((await openOf(ben, roundId)).own?.package.base);
    await table.reveal(roundId);
    const late = await Promise.all([trySeal(cara, roundId, 33), trySeal(cara.twin(), roundId, 44)]);
    expect(late.sort()).toEqual([200, 403]);
    expect((await revealedOf(ana, roundId)).late).toHaveLength(1);
  });

  it('a seal and a reveal meet in one defined result', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const roundId = await table.opened([ben, cara]);
      const [sealed, revealed] = await Promise.all([
        ben.post('round.seal', { roundId, counter: baseCounter(42) }),
        status(ana, 'reveal', { roundId, missing: 2 }),
      ]);
      expect(sealed.status).toBe(200);
      const late = JSON.parse(sealed.body).result.data.late;
      const row = await world.client.sealedCounter.findFirstOrThrow({ where: { roundId } });
      const { state } = await world.client.round.findUniqueOrThrow({ where: { id: roundId } });
      // either the seal came first and is in what is revealed, or the reveal did and the seal is late; nobody is refused
      expect([row.late, revealed, state]).toEqual([late, 200, 'revealed']);
    }
  });

  it('the last seals meet: revealed once, all of them in', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const roundId = await table.opened([ben, cara, dan]);
      const answers = await Promise.all([ben, cara, dan].map((person) => seal(person, roundId, 12_000_000)));
      expect(answers.map((answer) => answer.revealed).sort()).toEqual([false, false, true]);
      expect((await revealedOf(ana, roundId)).summary?.count).toBe(3);
    }
  });

  it('a seal and the deadline meet: in time, or late', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const roundId = await table.opened([ben, cara, dan], { deadlineAt: soon(), quorum: 2 });
      await seal(ben, roundId, 11_000_000);
      await seal(cara, roundId, 12_000_000);
      await table.pass(roundId);
      const [sealed] = await Promise.all([seal(dan, roundId, 99_000_000), get(ana, roundId), get(cara, roundId)]);
      expect(sealed.late).toBe(true);
      expect(await revealedOf(ben, roundId)).toMatchObject({ summary: { count: 2 }, late: [{ name: 'Dan' }] });
    }
  });

  it('a cancellation and a seal meet: nothing of a cancelled round is ever shown', async () => {
    const roundId = await table.opened([ben, cara]);
    const [sealed, cancelled] = await Promise.all([trySeal(ben, roundId, 77_777_700), status(ana, 'cancel', { roundId })]);
    expect([
      [200, 200],
      [403, 200],
    ]).toContainEqual([sealed, cancelled]);
    for (const person of [ana, cara]) {
      const { body } = await person.post('round.get', { roundId });
      expect(body).not.toContain('777777');
      expect((await get(person, roundId)).stage).toEqual({ state: 'cancelled', heldUntil: expect.any(String) });
    }
    expect(await trySeal(cara, roundId, 1)).toBe(403);
  });
});

describe('afterwards', () => {
  it('takes late counters once, until the round is closed, and keeps those in time as they are', async () => {
    const roundId = await table.opened([ben, cara, dan]);
    await seal(ben, roundId, 12_000_000);
    await table.reveal(roundId);
    expect(await trySeal(ben, roundId, 1)).toBe(403);
    expect(await trySeal(ana, roundId, 1)).toBe(403);
    expect((await revealedOf(cara, roundId)).maySeal).toBe(true);
    expect(await seal(cara, roundId, 50_000_000)).toMatchObject({ late: true });
    await ana.api.round.close.mutate({ roundId });
    expect(await trySeal(dan, roundId, 1)).toBe(403);
    expect(await status(ana, 'close', { roundId })).toBe(403);
    expect(await revealedOf(dan, roundId)).toMatchObject({ state: 'closed', summary: { count: 1 }, late: [{ name: 'Cara' }] });
    for (const path of ['cancel', 'remove']) expect(await status(ana, path, { roundId })).toBe(403);
  });

  it('asks a second round of what the first asked, and keeps both', async () => {
    const { negotiationId, opportunityId } = await table.begin();
    const first = await table.draft({ document: { equity: { inPlay: true, now: null } }, quorum: 4 }, negotiationId);
    await table.shareWith(first, ben);
    await table.open(first);
    await table.reveal(first);
    const { roundId } = await ana.api.round.create.mutate({ negotiationId });
    expect(await get(ana, roundId)).toMatchObject({
      number: 2,
      quorum: 3,
      document: { question: 'QUESTIONCANARY', base: { inPlay: true, now: 12_000_000 }, equity: { inPlay: true } },
    });
    const rounds = await ana.api.round.list.query({ opportunityId });
    expect(rounds.map(({ number, state }) => [number, state])).toEqual([
      [1, 'revealed'],
      [2, 'draft'],
    ]);
    await ana.api.round.remove.mutate({ roundId });
    expect(await ana.api.round.list.query({ opportunityId })).toHaveLength(1);
  });

  it('is out of reach for who lost access, and waits for them no more', async () => {
    const roundId = await table.opened([ben, cara]);
    await seal(ben, roundId, 12_000_000);
    const { shares } = await ana.api.share.get.query({ itemId: roundId });
    await ana.api.share.revoke.mutate({ shareId: shares.find((share) => share.readerId === cara.id)?.shareId ?? '' });
    expect(await status(cara, 'get', { roundId })).toBe(404);
    expect(await trySeal(cara, roundId, 1)).toBe(404);
    // to take somebody out reveals nothing: who was asked stays asked
    expect(await world.tick()).toBe(0);
    expect((await openOf(ana, roundId)).owner).toMatchObject({ asked: 2, missing: 2 });
    expect((await openOf(ben, roundId)).gone).toBe(1);
    await table.reveal(roundId);
    expect((await revealedOf(ben, roundId)).counters).toHaveLength(1);
  });

  it('leaves no fault of ours behind', () => {
    expect(world.faults).toEqual([]);
  });
});

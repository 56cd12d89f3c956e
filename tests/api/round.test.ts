import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begins } from '../support/clock.ts';
import { createTable, get, openOf, revealedOf, seal, soon, status, type Table, trySeal, turned } from '../support/round-table.ts';
import { baseCounter, roundDocument } from '../support/rounds.ts';
import type { Person } from '../support/world.ts';

let table: Table;
let world: Table['world'];
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;
let stranger: Person;

beforeAll(async () => {
  table = await createTable();
  ({ world, ana, ben, cara, dan, stranger } = table);
});
afterAll(() => world.close());

describe('a draft', () => {
  it('is the owner’s alone, over what the employer has on the table, and kept sealed', async () => {
    const { negotiationId, opportunityId } = await table.begin();
    const onTable = { base: 11_100_000, bonusPercent: null, signOn: 500_000, equity: null, others: [] };
    const said = {
      party: 'employer',
      kind: 'propose',
      channel: 'call',
      at: '2026-11-01T10:00:00Z',
      words: '',
      firmness: 'unclear',
    } as const;
    await ana.api.move.add.mutate({ negotiationId, move: { ...said, heard: [], package: onTable } });
    const { roundId } = await ana.api.round.create.mutate({ negotiationId });
    const round = await get(ana, roundId);
    expect(round).toMatchObject({ number: 1, rev: 1, mine: true, named: true, quorum: 3, stage: { state: 'draft' } });
    expect(round.document).toMatchObject({ base: { inPlay: true, now: 11_100_000 }, signOn: { now: 500_000 } });
    expect(round.document.question).not.toBe('');
    expect(Date.parse(round.deadlineAt ?? '')).toBeGreaterThan(begins.getTime());
    for (const person of [ben, stranger]) {
      expect(await status(person, 'get', { roundId })).toBe(404);
      expect(await status(person, 'list', { opportunityId })).toBe(404);
    }
    await ana.api.round.save.mutate({
      roundId,
      rev: 1,
      document: roundDocument('SEALEDCANARY'),
      deadlineAt: null,
      quorum: 2,
      named: false,
    });
    const row = await world.client.round.findUniqueOrThrow({ where: { id: roundId } });
    expect(Buffer.from(row.sealed).includes('SEALEDCANARY')).toBe(false);
    const late = await ana.post('round.save', {
      roundId,
      rev: 1,
      document: roundDocument('late'),
      deadlineAt: null,
      quorum: 2,
      named: true,
    });
    expect(late.status).toBe(409);
    expect(JSON.parse(late.body).error.data.newer).toMatchObject({ rev: 2, document: { question: 'SEALEDCANARY' } });
  });

  it('opens when it is shared, can be answered and its deadline lies ahead, at the revision that was seen', async () => {
    const roundId = await table.draft({ deadlineAt: soon() });
    const blocked = async () => {
      const { stage } = await get(ana, roundId);
      return stage.state === 'draft' ? stage.preparing?.blocked : stage.state;
    };
    expect(await blocked()).toContain('Share the round first');
    expect(await status(ana, 'open', { roundId, rev: 2 })).toBe(403);
    await table.shareWith(roundId, ben);
    expect(await blocked()).toBeNull();
    expect(await status(ana, 'open', { roundId, rev: 1 })).toBe(409);
    await table.pass(roundId);
    expect(await blocked()).toContain('deadline has passed');
    await ana.api.round.save.mutate({ roundId, rev: 2, document: roundDocument(' '), deadlineAt: null, quorum: 3, named: true });
    expect(await blocked()).toContain('Write the question');
    expect(await status(ana, 'open', { roundId, rev: 3 })).toBe(403);
    await ana.api.round.save.mutate({
      roundId,
      rev: 3,
      document: roundDocument('Well?'),
      deadlineAt: null,
      quorum: 3,
      named: true,
    });
    await ana.api.round.open.mutate({ roundId, rev: 4 });
    expect(await status(ana, 'open', { roundId, rev: 4 })).toBe(403);
    expect(
      await status(ana, 'save', { roundId, rev: 4, document: roundDocument('x'), deadlineAt: null, quorum: 3, named: true }),
    ).toBe(403);
    const told = await world.client.notification.findMany({ where: { itemId: roundId, kind: 'roundOpened' } });
    expect(told.map((notice) => notice.recipientId)).toEqual([ben.id]);
  });

  it('shows a reader the question and nothing of what the owner prepares', async () => {
    const roundId = await table.draft();
    await table.shareWith(roundId, ben);
    await seal(ana, roundId, 13_333_300, 'TARGETCANARY');
    const { body } = await ben.post('round.get', { roundId });
    for (const mark of ['TARGETCANARY', '133333', 'negotiationId']) expect(body).not.toContain(mark);
    expect(await get(ben, roundId)).toMatchObject({ mine: false, ownerName: 'Ana', stage: { state: 'draft', preparing: null } });
    expect(await trySeal(ben, roundId, 1)).toBe(403);
    expect(await status(ben, 'open', { roundId, rev: 2 })).toBe(403);
  });

  it('does not open over a target that no longer answers what is asked', async () => {
    const roundId = await table.draft();
    await table.shareWith(roundId, ben);
    await seal(ana, roundId, 13_000_000);
    const signOn = { inPlay: true, now: null };
    const terms = { roundId, rev: 2, deadlineAt: null, quorum: 3, named: true };
    await ana.api.round.save.mutate({ ...terms, document: { ...roundDocument('And now?'), signOn } });
    expect(await status(ana, 'open', { roundId, rev: 3 })).toBe(403);
  });

  it('is one of a row of rounds, of which one is open at a time', async () => {
    const { negotiationId, opportunityId } = await table.begin();
    const ids = await Promise.all([1, 2, 3].map(async () => (await ana.api.round.create.mutate({ negotiationId })).roundId));
    const rounds = await ana.api.round.list.query({ opportunityId });
    expect(rounds.map((round) => round.number)).toEqual([1, 2, 3]);
    expect(rounds.map((round) => round.roundId)).toEqual([...ids].sort());
    const [one, other] = ids;
    if (!one || !other) throw new Error('no rounds');
    for (const roundId of [one, other]) await table.shareWith(roundId, ben);
    const both = await Promise.all([one, other].map((roundId) => status(ana, 'open', { roundId, rev: 1 })));
    expect(both.sort()).toEqual([200, 403]);
    expect(await world.client.round.count({ where: { negotiationId, state: 'open' } })).toBe(1);
    const page = await ben.api.opportunity.page.query({ opportunityId });
    expect(page.parts).toMatchObject({ round: [one, other].sort(), negotiation: [], offer: [] });
    expect(page.header).toMatchObject({ employer: 'a bank', role: 'Staff engineer', mine: false });
    const seen = await ben.api.round.list.query({ opportunityId });
    expect(seen.map((round) => round.negotiationId)).toEqual([null, null]);
  });

  it('goes with the negotiation it hangs on, and leaves no shell behind', async () => {
    const { negotiationId, opportunityId } = await table.begin();
    const { roundId } = await ana.api.round.create.mutate({ negotiationId });
    await ana.api.negotiation.remove.mutate({ negotiationId });
    expect(await world.client.item.count({ where: { id: roundId } })).toBe(0);
    expect((await ana.api.opportunity.page.query({ opportunityId })).parts.round).toEqual([]);
  });
});

describe('while a round is open', () => {
  it('shows who has sealed, and nobody’s number or reason but one’s own', async () => {
    const roundId = await table.opened([ben, cara, dan]);
    await seal(ana, roundId, 14_141_400, 'ANAREASON');
    expect(await seal(ben, roundId, 12_345_600, 'BENREASON')).toEqual({ roundId, late: false, revealed: false });
    for (const person of [ana, cara, dan]) {
      const { body } = await person.post('round.get', { roundId });
      for (const mark of ['BENREASON', '123456', person === ana ? 'x-x' : 'ANAREASON', person === ana ? 'x-x' : '141414'])
        expect(body).not.toContain(mark);
    }
    const stage = await openOf(cara, roundId);
    expect(stage).toMatchObject({ own: null, owner: null, targetSealed: false });
    expect(Object.keys(stage).sort()).toEqual(['gone', 'own', 'owner', 'seats', 'state', 'targetSealed', 'turnsAt']);
    const seats = async () => (await openOf(cara, roundId)).seats.map(({ name, sealed }) => [name, sealed]).sort();
    const now = async (sealed: boolean) => {
      expect(await seats()).toEqual([
        ['Ben', sealed],
        ['Cara', false],
        ['Dan', false],
      ]);
    };
    await now(false);
    expect((await openOf(ben, roundId)).own).toMatchObject(baseCounter(12_345_600, 'BENREASON'));
    expect((await openOf(ana, roundId)).own).toMatchObject(baseCounter(14_141_400, 'ANAREASON'));
    const far = async () => (await openOf(ana, roundId)).owner;
    expect(await far()).toEqual({ asked: 3, answered: 0, missing: 3, below: true, remindedAt: null });
    await turned(world, roundId);
    expect(await far()).toEqual({ asked: 3, answered: 1, missing: 2, below: true, remindedAt: null });
    await now(true);
    expect(await openOf(cara, roundId)).toMatchObject({ targetSealed: true, owner: null });
  });

  it('gives everybody the same bytes whatever the others sealed, how often, and in which order', async () => {
    const [one, other] = [await table.opened([ben, cara, dan]), await table.opened([ben, cara, dan])];
    await seal(ben, one, 1, 'no');
    await seal(cara, one, 2);
    await seal(cara, other, 99_000_000, 'a long reason that says why there is so very much room above what they have said');
    await seal(cara, other, 98_000_000, 'again');
    await seal(ben, other, 97_000_000, 'later than Cara, and replaced');
    await seal(ben, other, 96_000_000, 'once more');
    const scrubbed = async (person: Person, path: string, roundId: string) => {
      const { body } = await person.post(path, { roundId });
      const { opportunityId } = await get(ana, roundId);
      return body.replaceAll(roundId, 'round').replaceAll(opportunityId, 'opportunity');
    };
    for (const person of [ana, dan])
      expect(await scrubbed(person, 'round.get', one)).toBe(await scrubbed(person, 'round.get', other));
    const away = async (roundId: string) => {
      const answer = await ana.post('round.reveal', { roundId, missing: 7 });
      return `${answer.status} ${answer.body}`;
    };
    expect(await away(one)).toBe(await away(other));
    // nothing in the row itself moves when somebody seals
    const rows = await world.client.round.findMany({ where: { id: { in: [one, other] } } });
    for (const row of rows) expect([row.rev, row.updatedAt < (row.openedAt ?? new Date(0))]).toEqual([2, true]);
  });

  it('tells nobody that somebody sealed, in no list, notification or Today', async () => {
    const roundId = await table.opened([ben, cara, dan]);
    const { opportunityId } = await get(ana, roundId);
    const look = async (person: Person) => {
      const answers = [
        await person.post('today.page', undefined),
        await person.post('round.list', { opportunityId }),
        await person.post('opportunity.page', { opportunityId }),
        await person.post('share.glance', { itemId: roundId }),
        await person.post('thread.list', { itemId: roundId }),
      ];
      return answers.map((answer) => answer.body).join('\n');
    };
    const before = [await look(ana), await look(cara)];
    await seal(ben, roundId, 12_345_600, 'BENREASON');
    expect([await look(ana), await look(cara)]).toEqual(before);
    expect(await world.client.notification.count({ where: { itemId: roundId, actorId: ben.id } })).toBe(0);
  });

  it('keeps others’ counters back in the database itself', async () => {
    const roundId = await table.opened([ben, cara]);
    await seal(ben, roundId, 12_000_000);
    for (const person of [ana, cara]) {
      const rows = await world.deps.asUser(world.client, person.id, (db) => db.sealedCounter.findMany({ where: { roundId } }));
      expect(rows).toEqual([]);
    }
    const row = await world.client.sealedCounter.findFirstOrThrow({ where: { roundId } });
    expect(Buffer.from(row.sealed).includes('12000000')).toBe(false);
  });

  it('takes a replacement, of which the last counts, and refuses what does not answer', async () => {
    const roundId = await table.opened([ben, cara]);
    await seal(ben, roundId, 11_000_000);
    await seal(ben, roundId, 12_000_000, 'second thought');
    const { package: sealed } = baseCounter(12_500_000);
    const wrong = async (change: object) => {
      const answer = await ben.post('round.seal', { roundId, counter: { package: { ...sealed, ...change }, reason: '' } });
      return [answer.status, JSON.parse(answer.body).error.data.fields[0].path];
    };
    expect(await wrong({ base: null })).toEqual([400, 'counter.package.base']);
    expect(await wrong({ signOn: 5 })).toEqual([400, 'counter.package.signOn']);
    expect(await wrong({ base: -1 })).toEqual([400, 'counter.package.base']);
    await table.reveal(roundId);
    expect((await revealedOf(ana, roundId)).counters).toMatchObject([
      { name: 'Ben', reason: 'second thought', package: { base: 12_000_000 } },
    ]);
  });

  it('lists it in Today for who has not sealed, and for nobody else', async () => {
    const roundId = await table.opened([ben, cara], { deadlineAt: soon() });
    const waits = async (person: Person) => {
      const { waiting } = await person.api.today.page.query();
      return waiting.filter((entry) => 'roundId' in entry && entry.roundId === roundId);
    };
    expect(await waits(ben)).toMatchObject([{ what: 'counter', owner: 'Ana', role: 'Staff engineer' }]);
    expect(await waits(ana)).toEqual([]);
    await seal(ben, roundId, 12_000_000);
    expect(await waits(ben)).toEqual([]);
    expect(await waits(cara)).toHaveLength(1);
    await table.pass(roundId);
    expect(await waits(ana)).toMatchObject([{ what: 'counters', enough: false }]);
    expect(await waits(cara)).toMatchObject([{ what: 'counter', by: null }]);
  });
});

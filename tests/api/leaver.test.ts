import { asUser } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { chosenLine } from '../support/lines.ts';
import { turned } from '../support/round-table.ts';
import { baseCounter, roundDocument } from '../support/rounds.ts';
import { unwalled } from '../support/unwalled.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
/** While set, calls go past row-level security: the code's own wall stands alone. */
let past: Client | null = null;
let ana: Person;
beforeAll(async () => {
  world = await createWorld({
    asUser: (client, accountId, work) => (past ? unwalled(past, accountId, work) : asUser(client, accountId, work)),
    line: (real, beyond) => chosenLine(() => (past ? beyond : real)),
  });
  ana = await world.person('Ana');
});
afterAll(() => world.close());

const seats = ['Ben', 'Cara', 'Dan'] as const;
const bases = { Ben: 11_000_000, Cara: 12_000_000, Dan: 16_000_000 };
const guesses = { Ben: 20, Cara: 50, Dan: 95 };
type Ways = Record<(typeof seats)[number], Person>;
type Answered = { councilId: string; roundId: string; debriefId: string; people: Ways };

/** A council of Ana's in which a round and a debrief are asked of three who all can seal. */
async function ask({ named } = { named: true }): Promise<Answered> {
  const [ben, cara, dan] = await Promise.all(seats.map((name) => world.person(name)));
  if (!ben || !cara || !dan) throw new Error('Somebody is missing.');
  const councilId = await world.council('Wednesday', [ana, ben, cara, dan]);
  const opening = { company: 'Zyxwell', role: 'Chef', alias: 'a bank', stage: 'offer' as const, on: '2026-11-20' };
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { offerId } = await ana.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
  const { roundId } = await ana.api.round.create.mutate({ negotiationId });
  const terms = { document: roundDocument('Well?'), deadlineAt: null, quorum: 2, named };
  await ana.api.round.save.mutate({ roundId, rev: 1, ...terms });
  const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  for (const itemId of [roundId, debriefId])
    await ana.api.share.set.mutate({ itemId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null });
  await ana.api.round.open.mutate({ roundId, rev: 2 });
  await ana.api.debrief.askReads.mutate({ debriefId, read: { likelihood: 40, reason: '' } });
  return { councilId, roundId, debriefId, people: { Ben: ben, Cara: cara, Dan: dan } };
}

async function seal({ roundId, debriefId, people }: Answered, ...names: (typeof seats)[number][]): Promise<void> {
  for (const name of names) {
    await people[name].api.round.seal.mutate({ roundId, counter: baseCounter(bases[name], `${name}-reason`) });
    await people[name].api.debrief.sealRead.mutate({ debriefId, read: { likelihood: guesses[name], reason: `${name}-reason` } });
  }
}

async function seen(person: Person, { roundId, debriefId }: Answered) {
  const round = await person.post('round.get', { roundId });
  const debrief = await person.post('debrief.get', { debriefId });
  const { stage } = JSON.parse(round.body).result.data;
  const { reads } = JSON.parse(debrief.body).result.data;
  return { text: round.body + debrief.body, stage, reads };
}

const leave = {
  leaves: (at: Answered) => at.people.Dan.api.council.leave.mutate({ councilId: at.councilId }),
  'is removed': (at: Answered) =>
    ana.api.council.remove.mutate({ councilId: at.councilId, accountId: at.people.Dan.id, reason: 'Two meetings.' }),
};

describe.each(Object.entries(leave))('when somebody %s after the reveal', (_, act) => {
  it('the figures of the round stay as they were revealed and their name goes; a read goes with them', async () => {
    const at = await ask();
    await seal(at, ...seats);
    const { summary } = (await seen(ana, at)).stage;
    expect(summary.components).toMatchObject([{ median: 12_000_000, high: 16_000_000 }]);
    expect((await seen(ana, at)).reads.councilMean).toBe(55);
    await act(at);
    for (const person of [ana, at.people.Ben, at.people.Cara]) {
      const { stage, reads, text } = await seen(person, at);
      expect(stage.summary).toEqual(summary);
      const former = stage.counters.filter((counter: { gone: boolean }) => counter.gone);
      expect(former).toMatchObject([{ name: null, package: { base: 16_000_000 }, mine: false }]);
      expect(reads.councilMean).toBe(35);
      expect(reads.reads).toHaveLength(3);
      for (const mark of ['"Dan"', at.people.Dan.id]) expect(text).not.toContain(mark);
      const rows = await asUser(world.deps.client, person.id, (db) =>
        Promise.all([
          db.sealedCounter.count({ where: { roundId: at.roundId } }),
          db.read.count({ where: { debriefId: at.debriefId } }),
        ]),
      );
      expect(rows).toEqual([3, 3]);
    }
    const own = await asUser(world.deps.client, at.people.Dan.id, (db) =>
      db.sealedCounter.count({ where: { roundId: at.roundId } }),
    );
    expect([own, (await at.people.Dan.post('round.get', { roundId: at.roundId })).status]).toEqual([1, 404]);
  });

  it('an unnamed round says the same bytes as before', async () => {
    const at = await ask({ named: false });
    await seal(at, ...seats);
    const shown = async () => (await ana.post('round.get', { roundId: at.roundId })).body;
    const before = await shown();
    await act(at);
    expect(await shown()).toBe(before);
  });
});

describe('what a leaver sealed', () => {
  it('is held back by the code alone', async () => {
    const at = await ask();
    await seal(at, ...seats);
    await leave.leaves(at);
    past = createClient(world.adminUrl, { max: 2, acquireTimeout: 5_000 });
    try {
      const { stage, reads, text } = await seen(ana, at);
      expect([stage.summary.count, reads.councilMean, text.includes('"Dan"')]).toEqual([3, 35, false]);
    } finally {
      await past.$disconnect();
      past = null;
    }
  });

  it('counts no more for the owner’s calibration', async () => {
    const at = await ask();
    await seal(at, ...seats);
    await leave.leaves(at);
    const reads = await asUser(world.deps.client, ana.id, (db) =>
      db.debrief.findMany({ where: { id: at.debriefId }, select: { reads: { select: { authorId: true } } } }),
    );
    const { Ben, Cara } = at.people;
    expect(reads[0]?.reads.map((read) => read.authorId).sort()).toEqual([ana.id, Ben.id, Cara.id].sort());
  });

  it('stays revealed when they come back, land, when a share ends and when the council closes; then their name stands', async () => {
    const at = await ask();
    await seal(at, ...seats);
    const shown = async () => {
      const { summary, counters } = (await seen(ana, at)).stage;
      return [summary.count, counters.filter(({ gone }: { gone: boolean }) => gone).length];
    };
    await leave.leaves(at);
    expect(await shown()).toEqual([3, 1]);
    const { link } = await ana.api.invitation.create.mutate({ councilId: at.councilId, email: at.people.Dan.email });
    await at.people.Dan.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
    expect(await shown()).toEqual([3, 0]);
    await at.people.Dan.api.council.becomeAlumnus.mutate({ councilId: at.councilId });
    expect(await shown()).toEqual([3, 0]);
    const { shares } = await ana.api.share.get.query({ itemId: at.roundId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    expect(await shown()).toEqual([3, 0]);
    await at.people.Ben.api.council.leave.mutate({ councilId: at.councilId });
    await ana.api.council.close.mutate({ councilId: at.councilId });
    expect(await shown()).toEqual([3, 1]);
  });

  it('before the reveal is not revealed, and they stay among those asked', async () => {
    const at = await ask();
    await seal(at, 'Dan', 'Ben');
    await world.client.round.update({ where: { id: at.roundId }, data: { deadlineAt: inDays(1) } });
    await leave.leaves(at);
    for (const id of [at.roundId, at.debriefId]) await turned(world, id);
    const open = await seen(ana, at);
    expect([open.stage.state, open.stage.seats.length, open.stage.gone]).toEqual(['open', 2, 1]);
    expect(open.stage.owner).toMatchObject({ asked: 3, answered: 1, missing: 2, below: true });
    expect(open.reads).toMatchObject({ state: 'open', missing: 1 });
    expect(open.text).not.toContain(at.people.Dan.id);
    // two of quorum sealed, one of them has left
    await world.client.round.update({ where: { id: at.roundId }, data: { deadlineAt: await world.now() } });
    await world.tick();
    expect((await seen(ana, at)).stage.state).toBe('open');
    await seal(at, 'Cara');
    const { stage, reads } = await seen(at.people.Ben, at);
    expect(stage).toMatchObject({ state: 'revealed', summary: { count: 2, total: { high: 48_000_000 } } });
    expect(reads).toMatchObject({ state: 'revealed', councilMean: 35 });
    const { link } = await ana.api.invitation.create.mutate({ councilId: at.councilId, email: at.people.Dan.email });
    await at.people.Dan.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
    expect((await seen(at.people.Ben, at)).stage.summary).toEqual(stage.summary);
  });

  it('leaves the round open when the last who was missing goes', async () => {
    const at = await ask();
    await seal(at, 'Ben', 'Cara');
    await leave['is removed'](at);
    await world.tick();
    expect((await seen(at.people.Cara, at)).stage).toMatchObject({ state: 'open', gone: 1 });
    await turned(world, at.debriefId);
    expect((await seen(ana, at)).reads).toMatchObject({ state: 'open', missing: 0 });
    expect(world.faults).toEqual([]);
  });
});

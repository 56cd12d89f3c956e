import { asUser } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { chosenLine } from '../support/lines.ts';
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
async function ask(): Promise<Answered> {
  const [ben, cara, dan] = await Promise.all(seats.map((name) => world.person(name)));
  if (!ben || !cara || !dan) throw new Error('Somebody is missing.');
  const councilId = await world.council('Wednesday', [ana, ben, cara, dan]);
  const opening = { company: 'Zyxwell', role: 'Chef', alias: 'a bank', stage: 'offer' as const, on: '2026-11-20' };
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { offerId } = await ana.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
  const { roundId } = await ana.api.round.create.mutate({ negotiationId });
  const terms = { document: roundDocument('Well?'), deadlineAt: null, quorum: 2, named: true };
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
  it('what they sealed is theirs, and the figures are of those who remain', async () => {
    const at = await ask();
    await seal(at, ...seats);
    expect((await seen(ana, at)).stage.summary.components).toMatchObject([{ median: 12_000_000, high: 16_000_000 }]);
    expect((await seen(ana, at)).reads.councilMean).toBe(55);
    await act(at);
    for (const person of [ana, at.people.Ben, at.people.Cara]) {
      const { stage, reads, text } = await seen(person, at);
      expect(stage.summary).toMatchObject({ count: 2, components: [{ low: 11_000_000, median: 11_500_000, high: 12_000_000 }] });
      expect(reads.councilMean).toBe(35);
      expect(reads.reads).toHaveLength(3);
      for (const mark of ['Dan-reason', '16000000', at.people.Dan.id]) expect(text).not.toContain(mark);
      const rows = await asUser(world.deps.client, person.id, (db) =>
        Promise.all([
          db.sealedCounter.count({ where: { roundId: at.roundId } }),
          db.read.count({ where: { debriefId: at.debriefId } }),
        ]),
      );
      expect(rows).toEqual([2, 3]);
    }
    const own = await asUser(world.deps.client, at.people.Dan.id, (db) =>
      db.sealedCounter.count({ where: { roundId: at.roundId } }),
    );
    expect([own, (await at.people.Dan.post('round.get', { roundId: at.roundId })).status]).toEqual([1, 404]);
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
      expect([stage.summary.count, reads.councilMean, text.includes('Dan-reason')]).toEqual([2, 35, false]);
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

  it('is there again when they come back, and stays when they land, when a share ends and when the council closes', async () => {
    const at = await ask();
    await seal(at, ...seats);
    const counted = async () => (await seen(ana, at)).stage.summary.count;
    await leave.leaves(at);
    const { link } = await ana.api.invitation.create.mutate({ councilId: at.councilId, email: at.people.Dan.email });
    await at.people.Dan.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
    expect(await counted()).toBe(3);
    await at.people.Dan.api.council.becomeAlumnus.mutate({ councilId: at.councilId });
    expect(await counted()).toBe(3);
    const { shares } = await ana.api.share.get.query({ itemId: at.roundId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    expect(await counted()).toBe(3);
    await at.people.Ben.api.council.leave.mutate({ councilId: at.councilId });
    await ana.api.council.close.mutate({ councilId: at.councilId });
    expect(await counted()).toBe(2);
  });

  it('is out of an open round at once: no seat, no part in what is due', async () => {
    const at = await ask();
    await seal(at, 'Dan', 'Ben');
    await world.client.round.update({ where: { id: at.roundId }, data: { deadlineAt: inDays(1) } });
    await leave.leaves(at);
    const open = await seen(ana, at);
    expect([open.stage.state, open.stage.seats.length, open.stage.missing]).toEqual(['open', 2, 1]);
    expect(open.reads).toMatchObject({ state: 'open', missing: 1 });
    expect(open.text).not.toContain(at.people.Dan.id);
    // two of quorum sealed, one of them has left
    await world.client.round.update({ where: { id: at.roundId }, data: { deadlineAt: inDays(-1) } });
    expect((await seen(ana, at)).stage.state).toBe('open');
    await seal(at, 'Cara');
    const { stage, reads } = await seen(at.people.Ben, at);
    expect(stage).toMatchObject({ state: 'revealed', summary: { count: 2, total: { high: 48_000_000 } } });
    expect(reads).toMatchObject({ state: 'revealed', councilMean: 35 });
  });

  it('leaves the rest revealed when the last who was missing goes', async () => {
    const at = await ask();
    await seal(at, 'Ben', 'Cara');
    await leave['is removed'](at);
    await world.tick();
    expect((await seen(at.people.Cara, at)).stage).toMatchObject({ state: 'revealed', summary: { count: 2 } });
    expect((await seen(ana, at)).reads).toMatchObject({ state: 'open', missing: 0 });
    expect(world.faults).toEqual([]);
  });
});

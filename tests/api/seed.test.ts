import { isShort } from '@parley/domain/offer/deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo, signIns } from '../../prisma/seed.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

const passphrase = /password {2}(.+)$/.exec(signIns())?.[1] ?? '';
const names = ['ana', 'ben', 'chiara', 'dev', 'eva'] as const;

let world: World;
let cast: Record<(typeof names)[number], Person>;

async function enter(name: string, at = world): Promise<Person> {
  const person = at.anonymous();
  await person.api.identity.signIn.mutate({ email: `${name}@example.org`, password: passphrase });
  return person;
}

/** Every row of every table, as text. */
async function everyRow(): Promise<Map<string, string[]>> {
  const tables = await world.client.$queryRaw<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const rows = new Map<string, string[]>();
  for (const { name } of tables) {
    const found = await world.client.$queryRawUnsafe<{ text: string }[]>(`select r::text as text from "${name}" r order by 1`);
    rows.set(
      name,
      found.map(({ text }) => text),
    );
  }
  return rows;
}

beforeAll(async () => {
  world = await createWorld();
  await seedDemo(world.deps);
  const [ana, ben, chiara, dev, eva] = [
    await enter('ana'),
    await enter('ben'),
    await enter('chiara'),
    await enter('dev'),
    await enter('eva'),
  ];
  cast = { ana, ben, chiara, dev, eva };
}, 180_000);
afterAll(() => world.close());

/** What Ana pursues and negotiates about. */
async function anasOpening() {
  const opening = (await cast.ana.api.opportunity.list.query()).find(({ stage }) => stage === 'negotiating');
  if (!opening) throw new Error('Ana negotiates about nothing.');
  const { opportunityId } = opening;
  const { parts } = await cast.ana.api.opportunity.page.query({ opportunityId });
  const [offerId, negotiationId, missionId] = [parts.offer[0] ?? '', parts.negotiation[0] ?? '', parts.mission[0] ?? ''];
  return { opportunityId, offerId, negotiationId, missionId, debriefIds: parts.debrief };
}

describe('the demo', () => {
  it('names five people whose password lets each of them in', async () => {
    expect(signIns().match(/@example\.org/g)).toHaveLength(5);
    for (const name of names) expect(signIns()).toContain(`${name}@example.org`);
    expect(await world.client.account.count()).toBe(5);
    // nobody is left signed in but those of this test
    expect(await world.client.session.count()).toBe(5);
  });

  it('has something waiting for each of them', async () => {
    const waiting = async (person: Person) => (await person.api.today.page.query()).waiting.map(({ what }) => what);
    expect(await waiting(cast.ana)).toEqual(['charter', 'mention', 'terms']);
    expect(await waiting(cast.ben)).toEqual(['deadline']);
    expect(await waiting(cast.chiara)).toEqual(['counter', 'read', 'mention', 'mention']);
    expect(await waiting(cast.dev)).toEqual(['charter', 'deadline']);
    expect(await waiting(cast.eva)).toEqual(['counter', 'read']);
  });

  it('shows Ana a short deadline in another zone, and what she does next', async () => {
    const { deadlines, next } = await cast.ana.api.today.page.query();
    expect(deadlines).toMatchObject([{ company: 'Velora Mobility', passed: false, businessDaysLeft: 1 }]);
    expect(next[0]).toMatchObject({
      company: 'Velora Mobility',
      act: 'Put the letter into the ledger, then ask for two more days',
    });
    const { offerId } = await anasOpening();
    const { frame, versions, difference, completeness } = await cast.ana.api.offer.get.query({ offerId });
    expect(versions.map(({ stage }) => stage)).toEqual(['verbal', 'written']);
    if (!frame.deadline || !frame.receivedOn) throw new Error('The offer has no deadline.');
    expect(frame.deadline.zone).toBe('America/Los_Angeles');
    expect(isShort(frame.deadline, frame.receivedOn, [])).toBe(true);
    expect(difference).not.toBeNull();
    expect(completeness?.open.map(({ component }) => component)).toEqual(['match', 'leaveDays']);
  });

  it('remarks Ana’s mistake: she asked 100, heard 90 and dropped to 92', async () => {
    const { negotiationId } = await anasOpening();
    const { ledger, asks, plan } = await cast.ana.api.negotiation.get.query({ negotiationId });
    expect(ledger.steps.map(({ standing }) => standing?.base ?? null)).toEqual([10_000_000, 9_000_000, 9_200_000, null]);
    // 8,000 of base, and the tenth of it that they pay on top as a bonus
    const concession = 880_000 * plan.horizonYears;
    expect(ledger.steps[2]?.remarks).toMatchObject([{ kind: 'you-moved-they-did-not', concession }]);
    expect(ledger.turn.state).toBe('theirs');
    expect(asks[0]).toMatchObject({ leg: 'resources', title: 'A second product manager from the second quarter on' });
    expect(asks[0]?.fromNeed).not.toBeNull();
    // what she said when they first asked, against which the offer is held
    expect(plan.deciding.said.base).toBe(10_000_000);
    const { walkAway } = await cast.ana.api.walkAway.get.query({ negotiationId });
    expect(walkAway).toMatchObject({ base: 8_800_000 });
  });

  it('gives her council ranges and an alias, Dev the figures, and nobody the walk-away', async () => {
    const { offerId, opportunityId, negotiationId } = await anasOpening();
    const { header } = await cast.chiara.api.opportunity.page.query({ opportunityId });
    expect(header).toMatchObject({ employer: 'a bicycle-sharing company', mine: false });
    const ranged = JSON.stringify(await cast.chiara.api.offer.open.mutate({ offerId }));
    const exact = JSON.stringify(await cast.dev.api.offer.open.mutate({ offerId }));
    expect(ranged).not.toContain('9000000');
    expect(exact).toContain('9000000');
    const seen = JSON.stringify(await cast.chiara.api.negotiation.get.query({ negotiationId }));
    for (const text of [ranged, exact, seen]) expect(text).not.toMatch(/Velora|8800000|stay where I am until spring/);
    const { body } = await cast.chiara.post('walkAway.get', { negotiationId });
    expect(body).not.toContain('8800000');
    const log = await cast.ana.api.offer.log.query({ offerId });
    expect(log.length).toBeGreaterThanOrEqual(4);
  });

  it('counts what a reader sees in the offer’s total, and asks for more than is offered', async () => {
    const { offerId, negotiationId } = await anasOpening();
    const { offered } = await cast.ana.api.decision.get.query({ negotiationId });
    const { plan } = await cast.ana.api.negotiation.get.query({ negotiationId });
    expect(plan.target.base).toBeGreaterThan(offered?.base ?? Number.NaN);
    expect(plan.target.total).toBeGreaterThan(offered?.total ?? Number.NaN);
    expect(offered?.bonusPercent).toBe('8');
    const shown = await cast.dev.api.offer.open.mutate({ offerId });
    expect(shown?.pay?.bonus).toMatchObject({ value: { target: { low: '8', high: '8' } } });
    const [first] = shown?.projection?.years ?? [];
    const parts = [first?.base, first?.bonus, first?.signOn, first?.vest].map((part) => part?.low ?? Number.NaN);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(first?.total?.low);
  });

  it('keeps the open reads of Ana’s call sealed, and shows those of her interview', async () => {
    const { debriefIds } = await anasOpening();
    const debriefs = await Promise.all(debriefIds.map((debriefId) => cast.eva.api.debrief.get.query({ debriefId })));
    const states = debriefs.map(({ reads }) => reads.state);
    expect([...states].sort()).toEqual(['open', 'revealed']);
    const open = debriefs.find(({ reads }) => reads.state === 'open');
    expect(JSON.stringify(open)).not.toMatch(/sounded like the end of it|is a word, not a wall/);
  });

  it('holds up the gate by a bonus of 10 % in words and 8 % in the letter', async () => {
    const { negotiationId } = await anasOpening();
    const [bonus] = await cast.ana.api.term.list.query({ negotiationId });
    const told = bonus && [bonus.value, bonus.written?.value];
    expect(told).toEqual([
      { kind: 'percent', percent: '10' },
      { kind: 'percent', percent: '8' },
    ]);
    const { asks } = await cast.ana.api.negotiation.get.query({ negotiationId });
    expect(asks.find(({ amount }) => amount !== null)?.evidenceIds).toHaveLength(1);
    expect((await cast.ana.api.gratitude.get.query()).helpers).toHaveLength(3);
  });

  it('has a counter round open, in which nobody sees what the others sealed', async () => {
    const { opportunityId } = await anasOpening();
    const rounds = await cast.eva.post('round.list', { opportunityId });
    const roundId = /"roundId":"([^"]+)"/.exec(rounds.body)?.[1] ?? '';
    for (const person of [cast.ana, cast.chiara, cast.eva]) {
      const { body } = await person.post('round.get', { roundId });
      expect(body).toContain('"state":"open"');
      expect(body).not.toMatch(/9400000|2000000|Go on there/);
    }
    expect((await cast.dev.post('round.get', { roundId })).body).toContain('9400000');
    expect((await cast.eva.post('round.get', { roundId })).body).not.toMatch(/9600000|if nobody answered/);
  });

  it('shows Ben, who left the council, how far his own reads were from what happened', async () => {
    const calibration = await cast.ben.api.debrief.calibration.query();
    expect(calibration).toMatchObject({ shown: true, resolved: 6 });
    if (!calibration.shown) throw new Error('Not enough debriefs.');
    expect(calibration.self.bias).toBeCloseTo(-0.5, 5);
    expect(Math.abs(calibration.council?.bias ?? 1)).toBeLessThan(0.2);
    expect(await cast.ben.api.council.list.query()).toEqual([]);
    const { opportunityId, missionId } = await anasOpening();
    expect((await cast.ben.post('opportunity.page', { opportunityId })).status).toBe(404);
    const { threads, people } = await cast.ana.api.thread.list.query({ itemId: missionId });
    expect(threads).toHaveLength(3);
    expect(Object.values(people)).toContain('Ben Okafor');
  });

  it('asks Ana and Dev to accept the charter that was rewritten; Eva joined under it', async () => {
    const [council] = await cast.chiara.api.council.list.query();
    const { charter } = await cast.eva.api.council.page.query({ councilId: council?.councilId ?? '' });
    expect(charter).toMatchObject({ version: 2 });
    expect(charter.text).toContain('What we added after the fourth meeting');
  });

  it('stands in the database without a name, a number or a sentence in clear', async () => {
    const words = [
      ...['Ana Ferreira', '@example.org', 'Thursday table', 'Velora', 'bicycle', 'Marit Solheim', 'live with 92', '9200000'],
      ...['8800000', 'until spring', 'You moved eight', 'interrupted her', 'Saltmarsh', 'second product manager', passphrase],
    ];
    const hex = words.map((word) => Buffer.from(word).toString('hex'));
    const rows = await everyRow();
    expect(rows.get('move')).toHaveLength(4);
    for (const [table, lines] of rows) {
      const dump = lines.join('\n');
      // sealed bytes are written as hex digits, among which seven figures in a row come about by themselves
      const plain = dump.replaceAll(/\\x[0-9a-f]+/g, '');
      expect([...words.filter((word) => plain.includes(word)), ...hex.filter((word) => dump.includes(word))], table).toEqual([]);
    }
  });

  it('is told once: a second start changes nothing', async () => {
    const before = await everyRow();
    await seedDemo(world.deps);
    expect(await everyRow()).toEqual(before);
  });

  it('reports no fault', () => expect(world.faults).toEqual([]));
});

describe('the demo is told whole', () => {
  it.each([
    ['in the night in which clocks go forward, a Sunday', '2027-03-28T00:45:00Z'],
    ['late on the last day of a month, a Monday in Kathmandu', '2027-01-31T23:30:00Z'],
  ])('%s', { timeout: 180_000 }, async (_, at) => {
    const elsewhen = await createWorld();
    await elsewhen.setClock(new Date(at));
    await seedDemo(elsewhen.deps);
    const ana = await enter('ana', elsewhen);
    const { deadlines } = await ana.api.today.page.query();
    expect(deadlines).toMatchObject([{ company: 'Velora Mobility', passed: false, businessDaysLeft: 1 }]);
    expect(elsewhen.faults).toEqual([]);
    await elsewhen.close();
  });
});

describe('the demo is not told', () => {
  it('where others have an account', async () => {
    await world.person('Somebody Else');
    const accounts = await world.client.account.count();
    await expect(seedDemo(world.deps)).rejects.toThrow('wants a database of its own');
    expect(await world.client.account.count()).toBe(accounts);
  });

  it('on top of one that was cut short', async () => {
    const cut = await createWorld();
    const { email } = { email: 'chiara@example.org' };
    const place = { timeZone: 'Europe/Rome', locale: 'en-IE', currency: 'EUR' };
    await cut.anonymous().api.identity.signUp.mutate({ email, displayName: 'Chiara', password: passphrase, ...place });
    await expect(seedDemo(cut.deps)).rejects.toThrow('Delete its data folder');
    expect(await cut.client.council.count()).toBe(0);
    await cut.close();
  });
});

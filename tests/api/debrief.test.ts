import { blankDebrief } from '@parley/domain/debrief/debrief';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turned } from '../support/round-table.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let stranger: Person;
let councilId: string;
let opportunityId: string;
const day = '2026-11-20';

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  cara = await world.person('Cara');
  stranger = await world.person('Stranger');
  councilId = await world.council('Wednesday', [ana, ben, cara]);
  const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: '', stage: 'interview' as const, on: day };
  ({ opportunityId } = await ana.api.opportunity.create.mutate(opening));
});
afterAll(() => world.close());

const make = async () => (await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' })).debriefId;
const get = (person: Person, debriefId: string) => person.api.debrief.get.query({ debriefId });
const shareWith = async (itemId: string, ...readers: Person[]) => {
  for (const reader of readers) {
    const share = { itemId, councilId, readerId: reader.id, levels: wholeLevels('hidden'), expiresAt: null };
    await ana.api.share.set.mutate(share);
  }
};
const guess = (likelihood: number, reason = '') => ({ likelihood, reason });
const ask = (debriefId: string, read = guess(30, 'OWNREASON')) => ana.api.debrief.askReads.mutate({ debriefId, read });
const seal = (person: Person, debriefId: string, read = guess(60)) => person.api.debrief.sealRead.mutate({ debriefId, read });
const opened = async (...readers: Person[]) => {
  const debriefId = await make();
  await shareWith(debriefId, ...readers);
  await ask(debriefId);
  return debriefId;
};
const status = async (person: Person, path: string, input: unknown) => (await person.post(`debrief.${path}`, input)).status;

describe('a debrief', () => {
  it('is the owner’s alone until shared', async () => {
    const debriefId = await make();
    expect(await get(ana, debriefId)).toMatchObject({ mine: true, rev: 1, outcome: null, reads: { state: 'unasked' } });
    for (const person of [ben, stranger]) expect(await status(person, 'get', { debriefId })).toBe(404);
    await shareWith(debriefId, ben);
    expect(await get(ben, debriefId)).toMatchObject({ mine: false, ownerName: 'Ana', document: blankDebrief('interview') });
    expect(await status(cara, 'get', { debriefId })).toBe(404);
    expect(await ben.api.debrief.list.query({ opportunityId })).toMatchObject([{ id: debriefId, mine: false }]);
  });

  it('keeps what is written, sealed, and offers both versions on a conflict', async () => {
    const debriefId = await make();
    const document = {
      ...blankDebrief('interview'),
      said: 'SAIDCANARY',
      time: { type: 'day' as const, day },
      confidenceBefore: 6,
    };
    expect(await ana.api.debrief.save.mutate({ debriefId, rev: 1, document })).toEqual({ rev: 2 });
    expect((await get(ana, debriefId)).document).toEqual(document);
    const late = await ana.post('debrief.save', { debriefId, rev: 1, document: { ...document, felt: 'late' } });
    expect(late.status).toBe(409);
    expect(JSON.parse(late.body).error.data.newer).toMatchObject({ rev: 2, document: { said: 'SAIDCANARY' } });
    const row = await world.client.debrief.findUniqueOrThrow({ where: { id: debriefId } });
    expect(Buffer.from(row.sealed).includes('SAIDCANARY')).toBe(false);
  });

  it('is written, asked about, revealed, resolved and removed by its owner only', async () => {
    const debriefId = await make();
    await shareWith(debriefId, ben);
    const calls: [string, object][] = [
      ['save', { debriefId, rev: 1, document: blankDebrief('interview') }],
      ['askReads', { debriefId, read: guess(10) }],
      ['reveal', { debriefId, missing: 0 }],
      ['setOutcome', { debriefId, rev: 1, result: null }],
      ['remove', { debriefId }],
    ];
    for (const [path, input] of calls) {
      expect(await status(ben, path, input), path).toBe(403);
      expect(await status(cara, path, input), path).toBe(404);
    }
    expect(await status(ana, 'remove', { debriefId })).toBe(200);
    expect(await status(ana, 'get', { debriefId })).toBe(404);
    expect(await world.client.item.count({ where: { id: debriefId } })).toBe(0);
  });
});

describe('a debrief that is written without a line', () => {
  const ownId = () => crypto.randomUUID();
  const said = (words: string) => ({ ...blankDebrief('interview'), said: words });
  const create = (person: Person, debriefId: string, words: string) =>
    person.post('debrief.create', { opportunityId, kind: 'interview', debriefId, document: said(words) });

  it('is made with its words, under its own id, once', async () => {
    const debriefId = ownId();
    expect((await create(ana, debriefId, 'first')).status).toBe(200);
    // the answer got lost, and more was written meanwhile
    expect((await create(ana, debriefId, 'first and more')).status).toBe(200);
    expect(await get(ana, debriefId)).toMatchObject({ rev: 2, document: { said: 'first and more' } });
    const listed = await ana.api.debrief.list.query({ opportunityId });
    expect(listed.filter(({ id }) => id === debriefId)).toHaveLength(1);
  });

  it('comes back with both versions when it was saved elsewhere meanwhile', async () => {
    const debriefId = ownId();
    await create(ana, debriefId, 'first');
    await ana.api.debrief.save.mutate({ debriefId, rev: 1, document: said('on the other device') });
    const late = await create(ana, debriefId, 'late');
    expect(late.status).toBe(409);
    expect(JSON.parse(late.body).error.data.newer).toMatchObject({ rev: 2, document: { said: 'on the other device' } });
  });

  it('takes no id that something else has, and tells nothing of it', async () => {
    const debriefId = await make();
    const { opportunityId: other } = await ben.api.opportunity.create.mutate({
      company: 'Quuxcorp',
      role: 'Designer',
      alias: '',
      stage: 'interview',
      on: day,
    });
    const taken = { opportunityId: other, kind: 'interview', debriefId, document: said('mine') };
    expect((await ben.post('debrief.create', taken)).status).toBe(409);
    await shareWith(debriefId, ben);
    expect((await ben.post('debrief.create', taken)).status).toBe(404);
    expect(await get(ana, debriefId)).toMatchObject({ rev: 1, document: { said: '' } });
  });
});

describe('how sure the owner felt', () => {
  const sure = { confidenceBefore: 8, confidenceAfter: 2 };
  const held = { document: { confidenceBefore: null, confidenceAfter: null }, confidenceHeld: true };

  it('is kept from whoever has not sealed a read, whether it is there or not', async () => {
    const debriefId = await make();
    await ana.api.debrief.save.mutate({ debriefId, rev: 1, document: { ...blankDebrief('interview'), ...sure } });
    await shareWith(debriefId, ben, cara);
    const without = await make();
    await shareWith(without, ben, cara);
    await ana.api.debrief.save.mutate({ debriefId: without, rev: 1, document: blankDebrief('interview') });
    const bytes = async (id: string) => (await ben.post('debrief.get', { debriefId: id })).body.replaceAll(id, '');
    expect(await bytes(debriefId)).toBe(await bytes(without));
    await ask(debriefId);
    expect(await get(ben, debriefId)).toMatchObject(held);
    expect(await get(ana, debriefId)).toMatchObject({ document: sure, confidenceHeld: false });
    await seal(ben, debriefId);
    expect(await get(ben, debriefId)).toMatchObject({ document: sure, confidenceHeld: false });
    expect(await get(cara, debriefId)).toMatchObject(held);
    await turned(world, debriefId);
    await ana.api.debrief.reveal.mutate({ debriefId, missing: 1 });
    expect(await get(cara, debriefId)).toMatchObject({ document: sure });
  });

  it('names whom the owner would ask, and no reader who else reads', async () => {
    const debriefId = await make();
    expect((await get(ana, debriefId)).reads).toEqual({ state: 'unasked', asked: [] });
    await shareWith(debriefId, ben, cara);
    expect((await get(ana, debriefId)).reads).toMatchObject({ asked: expect.arrayContaining(['Ben', 'Cara']) });
    expect((await get(ben, debriefId)).reads).toEqual({ state: 'unasked', asked: [] });
  });
});

describe('when the stage moves', () => {
  it('the outcome is asked for, with what the stage says', async () => {
    const opening = { company: 'Plinth', role: 'Editor', alias: '', stage: 'screen' as const, on: day };
    const { opportunityId: root } = await ana.api.opportunity.create.mutate(opening);
    const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId: root, kind: 'interview' });
    await ask(debriefId);
    await ana.api.debrief.reveal.mutate({ debriefId, missing: 0 });
    const waits = async () => (await ana.api.today.page.query()).waiting.filter((entry) => entry.what === 'outcome');
    expect(await waits()).toEqual([]);
    expect((await get(ana, debriefId)).supposed).toBe(null);
    await ana.api.opportunity.setStage.mutate({ opportunityId: root, rev: 1, stage: 'final', on: day });
    expect(await waits()).toEqual([{ what: 'outcome', opportunityId: root, debriefId, role: 'Editor' }]);
    expect((await get(ana, debriefId)).supposed).toBe('advanced');
    const { rev } = await get(ana, debriefId);
    await ana.api.debrief.setOutcome.mutate({ debriefId, rev, result: { outcome: 'advanced', on: day } });
    expect(await waits()).toEqual([]);
  });
});

describe('while reads are open', () => {
  it('shows who has sealed from the next set moment on, to themselves at once', async () => {
    const debriefId = await opened(ben, cara);
    const seen = async (person: Person) => (await person.post('debrief.get', { debriefId })).body;
    const before = [await seen(ana), await seen(cara)];
    await seal(ben, debriefId, guess(61));
    expect([await seen(ana), await seen(cara)]).toEqual(before);
    expect(await status(ana, 'reveal', { debriefId, missing: 1 })).toBe(409);
    expect((await get(ben, debriefId)).reads).toMatchObject({ missing: 1, own: { likelihood: 61 } });
    await turned(world, debriefId);
    expect((await get(ana, debriefId)).reads).toMatchObject({ missing: 1 });
  });

  it('shows nobody’s number or reason but one’s own', async () => {
    const debriefId = await opened(ben, cara);
    await seal(ben, debriefId, guess(61, 'BENREASON'));
    await turned(world, debriefId);
    for (const person of [ana, cara]) {
      const { body } = await person.post('debrief.get', { debriefId });
      expect(body).not.toContain('BENREASON');
      // an id may hold any two digits
      expect(body.replaceAll(/"[0-9a-f-]{36}"/g, '')).not.toContain('61');
    }
    expect((await cara.post('debrief.get', { debriefId })).body).not.toContain('OWNREASON');
    const { reads } = await get(cara, debriefId);
    if (reads.state !== 'open') throw new Error('not open');
    expect(reads).toMatchObject({ own: null, missing: 1 });
    expect(reads.seats.map(({ name, sealed }) => [name, sealed]).sort()).toEqual([
      ['Ana', true],
      ['Ben', true],
      ['Cara', false],
    ]);
    expect((await get(ben, debriefId)).reads).toMatchObject({ own: { likelihood: 61, reason: 'BENREASON' } });
  });

  it('gives the same bytes whatever the others have guessed, and whenever', async () => {
    const [one, other] = [await opened(ben, cara), await opened(ben, cara)];
    await seal(ben, one, guess(1, 'no'));
    await seal(ben, other, guess(99, 'a long reason that says why it went so very well'));
    await seal(ben, other, guess(98, 'again'));
    for (const person of [ana, cara]) {
      const bodies = await Promise.all(
        [one, other].map(async (debriefId) => (await person.post('debrief.get', { debriefId })).body),
      );
      expect(bodies[0]).toBe(bodies[1]?.replaceAll(other, one));
    }
  });

  it('keeps others’ reads back in the database itself', async () => {
    const debriefId = await opened(ben, cara);
    await seal(ben, debriefId);
    const authors = await world.deps.asUser(world.client, cara.id, (db) => db.read.findMany({ where: { debriefId } }));
    expect(authors).toEqual([]);
    const own = await world.deps.asUser(world.client, ana.id, (db) =>
      db.read.findMany({ where: { debriefId }, select: { authorId: true } }),
    );
    expect(own).toEqual([{ authorId: ana.id }]);
  });

  it('lets a read be replaced, and the last one counts', async () => {
    const debriefId = await opened(ben, cara);
    await seal(ben, debriefId, guess(10));
    await seal(ben, debriefId, guess(20, 'second thought'));
    await turned(world, debriefId);
    await ana.api.debrief.reveal.mutate({ debriefId, missing: 1 });
    const { reads } = await get(ana, debriefId);
    if (reads.state !== 'revealed') throw new Error('not revealed');
    expect(reads.reads.find((read) => read.name === 'Ben')).toMatchObject({ likelihood: 20, reason: 'second thought' });
  });

  it('takes no second asking, no outcome, and no read of who cannot read', async () => {
    const debriefId = await opened(ben);
    expect(await status(ana, 'askReads', { debriefId, read: guess(1) })).toBe(403);
    expect(await status(ana, 'setOutcome', { debriefId, rev: 1, result: { outcome: 'offer', on: day } })).toBe(403);
    expect(await status(cara, 'sealRead', { debriefId, read: guess(1) })).toBe(404);
    expect(await status(ben, 'sealRead', { debriefId, read: guess(101) })).toBe(400);
  });
});

describe('revealing', () => {
  it('happens when the last of those who can read has sealed, to all of them together', async () => {
    const debriefId = await opened(ben, cara);
    expect(await seal(cara, debriefId, guess(70, 'they smiled'))).toMatchObject({ revealed: false });
    expect(await seal(ben, debriefId, guess(61))).toMatchObject({ revealed: true });
    for (const person of [ana, ben, cara]) {
      const { reads } = await get(person, debriefId);
      expect(reads).toMatchObject({ state: 'revealed', councilMean: 65.5 });
    }
    expect(await status(ben, 'sealRead', { debriefId, read: guess(1) })).toBe(403);
    const told = await world.client.notification.findMany({ where: { itemId: debriefId, kind: 'revealed' } });
    expect(told.map((notice) => notice.recipientId).sort()).toEqual([ana.id, cara.id].sort());
  });

  it('is the owner’s word otherwise, naming how many are missing', async () => {
    const debriefId = await opened(ben, cara);
    await seal(ben, debriefId);
    await turned(world, debriefId);
    const wrong = await ana.post('debrief.reveal', { debriefId, missing: 2 });
    expect(wrong.status).toBe(409);
    expect(JSON.parse(wrong.body).error.data.newer).toEqual({ missing: 1 });
    await ana.api.debrief.reveal.mutate({ debriefId, missing: 1 });
    expect((await get(cara, debriefId)).reads).toMatchObject({ state: 'revealed', councilMean: 60 });
    expect(await status(ana, 'reveal', { debriefId, missing: 1 })).toBe(403);
  });

  it('meets a seal at the same moment in one defined result', async () => {
    for (let round = 0; round < 8; round += 1) {
      const debriefId = await opened(ben, cara);
      const [sealed, revealed] = await Promise.all([
        status(ben, 'sealRead', { debriefId, read: guess(42) }),
        status(ana, 'reveal', { debriefId, missing: 2 }),
      ]);
      const { reads } = await get(ana, debriefId);
      const hasBen = await world.client.read.count({ where: { debriefId, authorId: ben.id } });
      // either the seal came first and is among what is revealed, or the reveal did and the seal is too late
      expect(`${sealed} ${revealed} ${hasBen} ${reads.state}`).toBe(sealed === 200 ? '200 200 1 revealed' : '403 200 0 revealed');
    }
  });

  it('meets two last seals at the same moment: revealed once, both in', async () => {
    for (let round = 0; round < 5; round += 1) {
      const debriefId = await opened(ben, cara);
      const answers = await Promise.all([seal(ben, debriefId), seal(cara, debriefId)]);
      expect(answers.map((answer) => answer.revealed).sort()).toEqual([false, true]);
      const { reads } = await get(ana, debriefId);
      expect(reads.state === 'revealed' && reads.reads.length).toBe(3);
    }
  });

  it('takes two seals of one person from two tabs as one read', async () => {
    const debriefId = await opened(ben, cara);
    await Promise.all([seal(ben, debriefId, guess(11)), seal(ben, debriefId, guess(22))]);
    expect(await world.client.read.count({ where: { debriefId, authorId: ben.id } })).toBe(1);
    const { reads } = await get(ben, debriefId);
    expect(reads.state === 'open' && [11, 22].includes(reads.own?.likelihood ?? 0)).toBe(true);
  });

  it('does not wait for who can no longer read', async () => {
    const debriefId = await opened(ben, cara);
    await seal(ben, debriefId);
    await turned(world, debriefId);
    const { shares } = await ana.api.share.get.query({ itemId: debriefId });
    const caras = shares.find((share) => share.readerId === cara.id);
    await ana.api.share.revoke.mutate({ shareId: caras?.shareId ?? '' });
    expect((await get(ana, debriefId)).reads).toMatchObject({ state: 'open', missing: 0 });
    expect(await status(cara, 'sealRead', { debriefId, read: guess(5) })).toBe(404);
    await ana.api.debrief.reveal.mutate({ debriefId, missing: 0 });
    expect((await get(ben, debriefId)).reads).toMatchObject({ state: 'revealed' });
  });
});

describe('what came of it', () => {
  it('is kept with its day and can be taken back', async () => {
    const debriefId = await make();
    await ana.api.debrief.setOutcome.mutate({ debriefId, rev: 1, result: { outcome: 'advanced', on: day } });
    expect(await get(ana, debriefId)).toMatchObject({ rev: 2, outcome: 'advanced', outcomeOn: day });
    expect(await status(ana, 'askReads', { debriefId, read: guess(1) })).toBe(403);
    expect(await status(ana, 'setOutcome', { debriefId, rev: 1, result: null })).toBe(409);
    await ana.api.debrief.setOutcome.mutate({ debriefId, rev: 2, result: null });
    expect(await get(ana, debriefId)).toMatchObject({ outcome: null, outcomeOn: null, document: blankDebrief('interview') });
  });

  it('gives a calibration from five on, to its owner', async () => {
    const dan = await world.person('Dan');
    const eve = await world.person('Eve');
    const council = await world.council('Thursday', [dan, eve]);
    const opening = { company: 'Quxly', role: 'Chef', alias: '', stage: 'interview' as const, on: day };
    const root = (await dan.api.opportunity.create.mutate(opening)).opportunityId;
    const resolve = async () => {
      const { debriefId } = await dan.api.debrief.create.mutate({ opportunityId: root, kind: 'interview' });
      const share = { itemId: debriefId, councilId: council, readerId: eve.id, levels: wholeLevels('hidden'), expiresAt: null };
      await dan.api.share.set.mutate(share);
      await dan.api.debrief.askReads.mutate({ debriefId, read: guess(30) });
      await seal(eve, debriefId, guess(65));
      await dan.api.debrief.setOutcome.mutate({ debriefId, rev: 1, result: { outcome: 'advanced', on: day } });
    };
    for (let count = 0; count < 4; count += 1) await resolve();
    expect(await dan.api.debrief.calibration.query()).toEqual({ shown: false, resolved: 4, needed: 1 });
    await resolve();
    const shown = await dan.api.debrief.calibration.query();
    if (!shown.shown || !shown.council) throw new Error('nothing shown');
    expect([shown.self.bias, shown.self.brier]).toEqual([-0.7, 0.49]);
    expect([shown.council.bias, shown.council.brier]).toEqual([-0.35, 0.1225]);
    expect(await eve.api.debrief.calibration.query()).toEqual({ shown: false, resolved: 0, needed: 5 });
  });

  it('leaves no fault of ours behind', () => {
    expect(world.faults).toEqual([]);
  });
});

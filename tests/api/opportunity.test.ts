import { wholeLevels } from '@parley/domain/item/levels';
import { opportunityDetails } from '@parley/domain/opportunity/input';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begins, inDays } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let stranger: Person;
let councilId: string;
const today = '2026-11-20';

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  cara = await world.person('Cara');
  stranger = await world.person('Stranger');
  councilId = await world.council('Wednesday', [ana, ben, cara]);
});
afterAll(() => world.close());

async function own(person: Person, opportunityId: string) {
  const { own: kept } = await person.api.opportunity.page.query({ opportunityId });
  if (!kept) throw new Error('Only the owner has the whole of an opportunity.');
  return kept;
}

async function create(person: Person, more: { company?: string; alias?: string; on?: string } = {}) {
  const given = { company: 'Zyxwell', role: 'Staff engineer', alias: '', stage: 'lead' as const, on: today, ...more };
  return own(person, (await person.api.opportunity.create.mutate(given)).opportunityId);
}

const share = async (owner: Person, itemId: string, reader: Person | null, company: 'exact' | 'hidden') => {
  const input = { itemId, councilId, readerId: reader?.id ?? null, levels: wholeLevels(company), expiresAt: null };
  expect(await owner.post('share.set', input)).toMatchObject({ status: 200 });
};

describe('my opportunities', () => {
  it('begin with a company and a role, and are on my board alone', async () => {
    const made = await create(ana, { company: 'Onlymine' });
    expect(made).toMatchObject({ rev: 1, stage: 'lead', details: { company: 'Onlymine', people: [], next: null } });
    expect(made.history).toMatchObject([{ stage: 'lead', on: today }]);
    const cards = await ana.api.opportunity.list.query();
    expect(cards.find(({ opportunityId }) => opportunityId === made.opportunityId)).toMatchObject({
      company: 'Onlymine',
      since: today,
    });
    expect(await ben.api.opportunity.list.query()).toEqual([]);
    expect((await ben.post('opportunity.page', { opportunityId: made.opportunityId })).status).toBe(404);
  });

  it('keep every field, sealed', async () => {
    const made = await create(ana);
    const details = {
      ...made.details,
      level: 'L6',
      place: 'Vienna',
      source: 'a friend',
      posting: 'We look for\na calm person.',
      targeted: true,
      people: [{ id: made.opportunityId, part: 'recruiter' as const, name: 'Rita', contact: '', note: '' }],
      next: { act: 'Write to Rita', on: '2026-12-01' },
    };
    const saved = await ana.api.opportunity.save.mutate({ opportunityId: made.opportunityId, rev: 1, details });
    expect(saved).toEqual({ rev: 2 });
    expect(await own(ana, made.opportunityId)).toEqual({ ...made, rev: 2, details });
    const row = await world.client.opportunity.findUniqueOrThrow({ where: { id: made.opportunityId } });
    expect(Buffer.from(row.sealed).includes('Rita')).toBe(false);
  });

  it('answer an edit of something older with the newer one, and change nothing', async () => {
    const { opportunityId, details } = await create(ana);
    await ana.api.opportunity.save.mutate({ opportunityId, rev: 1, details: { ...details, role: 'first' } });
    const late = await ana.post('opportunity.save', { opportunityId, rev: 1, details: { ...details, role: 'second' } });
    expect(late.status).toBe(409);
    expect(JSON.parse(late.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { rev: 2, details: { role: 'first' } } });
    expect((await ana.post('opportunity.setStage', { opportunityId, rev: 1, stage: 'applied', on: today })).status).toBe(409);
    expect(await ana.api.opportunity.timeline.query({ opportunityId })).toHaveLength(1);
  });

  it('let one of two edits at the same moment win', async () => {
    const { opportunityId, details } = await create(ana);
    const roles = ['one', 'two', 'three', 'four'];
    const answers = await Promise.all(
      roles.map((role) => ana.post('opportunity.save', { opportunityId, rev: 1, details: { ...details, role } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const winner = roles[answers.findIndex(({ status }) => status === 200)];
    expect((await ana.api.opportunity.page.query({ opportunityId })).own).toMatchObject({ rev: 2, details: { role: winner } });
  });

  it('are removed with what hangs on them', async () => {
    const { opportunityId } = await create(ana);
    const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
    expect((await ana.post('opportunity.remove', { opportunityId, rev: 7 })).status).toBe(409);
    await ana.api.opportunity.remove.mutate({ opportunityId, rev: 1 });
    expect((await ana.post('opportunity.page', { opportunityId })).status).toBe(404);
    expect(await world.client.item.count({ where: { id: { in: [opportunityId, missionId] } } })).toBe(0);
    expect(await world.client.mission.count({ where: { id: missionId } })).toBe(0);
    expect(await world.client.stageChange.count({ where: { opportunityId } })).toBe(0);
  });
});

describe('an offer of mine', () => {
  const deadline = { kind: 'date' as const, on: '2030-01-31', zone: 'Europe/Vienna' };

  it('shows its deadline on my board and page, and to no reader of another part', async () => {
    const { opportunityId } = await create(ana);
    await ana.api.offer.create.mutate({ opportunityId, receivedOn: '2026-11-20', deadline, draft: null });
    const ends = '2030-01-31T23:00:00.000Z';
    const card = (await ana.api.opportunity.list.query()).find((one) => one.opportunityId === opportunityId);
    expect(card?.deadline).toBe(ends);
    expect((await ana.api.opportunity.page.query({ opportunityId })).deadline).toBe(ends);
    const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
    await share(ana, missionId, ben, 'exact');
    const read = await ben.post('opportunity.page', { opportunityId });
    expect(read.body).not.toContain('2030-01');
    expect(JSON.parse(read.body).result.data).toMatchObject({ deadline: null, parts: { offer: [] } });
  });

  it('goes with its opportunity, and so does the walk-away to which no relation leads', async () => {
    const { opportunityId } = await create(ana);
    const { offerId } = await ana.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline: null, draft: null });
    const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
    expect(await world.client.walkAway.count({ where: { negotiationId } })).toBe(1);
    await ana.api.opportunity.remove.mutate({ opportunityId, rev: 1 });
    expect(await world.client.walkAway.count({ where: { negotiationId } })).toBe(0);
    expect(await world.client.negotiation.count({ where: { id: negotiationId } })).toBe(0);
    expect(await world.client.offer.count({ where: { id: offerId } })).toBe(0);
  });
});

describe('stages', () => {
  it('move on and back, each with its day', async () => {
    const { opportunityId } = await create(ana, { on: '2026-01-05' });
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'interview', on: '2026-01-08' });
    const back = await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 2, stage: 'applied', on: '2026-01-08' });
    expect(back).toEqual({ rev: 3 });
    expect(await ana.api.opportunity.page.query({ opportunityId })).toMatchObject({ header: { stage: 'applied' } });
    const history = await ana.api.opportunity.timeline.query({ opportunityId });
    expect(history.map(({ stage, on }) => [stage, on])).toEqual([
      ['lead', '2026-01-05'],
      ['interview', '2026-01-08'],
      ['applied', '2026-01-08'],
    ]);
  });

  it('refuse what the rule refuses, in words, and keep the history', async () => {
    const { opportunityId } = await create(ana, { on: '2026-01-05' });
    const refused = await ana.post('opportunity.setStage', { opportunityId, rev: 1, stage: 'accepted', on: '2026-01-08' });
    expect([refused.status, JSON.parse(refused.body).error.message]).toEqual([
      403,
      'There is no offer yet. Move it to “offer” first.',
    ]);
    for (const on of ['2025-12-31', '2099-01-01']) {
      const dated = await ana.post('opportunity.setStage', { opportunityId, rev: 1, stage: 'applied', on });
      expect([dated.status, JSON.parse(dated.body).error.data.fields[0].path]).toEqual([400, 'on']);
    }
    expect(await ana.api.opportunity.timeline.query({ opportunityId })).toHaveLength(1);
  });

  it('undo a slip, but not the past', async () => {
    const { opportunityId } = await create(ana);
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'offer', on: today });
    expect(await ana.api.opportunity.undoStage.mutate({ opportunityId, rev: 2 })).toEqual({ rev: 3 });
    expect(await ana.api.opportunity.page.query({ opportunityId })).toMatchObject({ header: { stage: 'lead' } });
    expect(await ana.api.opportunity.timeline.query({ opportunityId })).toHaveLength(1);
    expect((await ana.post('opportunity.undoStage', { opportunityId, rev: 3 })).status).toBe(403);
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 3, stage: 'offer', on: today });
    await world.setClock(new Date((await world.now()).getTime() + 11 * 60_000));
    const late = await ana.post('opportunity.undoStage', { opportunityId, rev: 4 });
    await world.setClock(null);
    expect([late.status, JSON.parse(late.body).error.message]).toEqual([
      403,
      'This change is part of the history now. Move it instead.',
    ]);
  });
});

describe('a reader of one part', () => {
  it('sees the header and that part, and nothing that names the company', async () => {
    const secret = 'Qwertzcorp';
    const { opportunityId, details } = await create(ana, { company: secret, alias: 'fintech, 500 people' });
    const full = { ...details, posting: 'POSTINGMARK', source: 'SOURCEMARK', next: { act: 'NEXTMARK', on: null } };
    await ana.api.opportunity.save.mutate({
      opportunityId,
      rev: 1,
      details: { ...full, people: [{ id: opportunityId, part: 'referee', name: 'PERSONMARK', contact: '', note: '' }] },
    });
    const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
    await share(ana, missionId, ben, 'hidden');
    const page = await ben.api.opportunity.page.query({ opportunityId });
    expect(page).toMatchObject({
      header: {
        opportunityId,
        ownerId: ana.id,
        ownerName: 'Ana',
        role: 'Staff engineer',
        employer: 'fintech, 500 people',
        stage: 'lead',
        mine: false,
      },
      own: null,
      parts: { mission: [missionId], offer: [], negotiation: [], debrief: [] },
      hasTimeline: false,
    });
    const answers = [
      await ben.post('opportunity.page', { opportunityId }),
      await ben.post('opportunity.timeline', { opportunityId }),
      await ben.post('opportunity.list', undefined),
      await ben.post('mission.get', { missionId }),
      await ben.post('opportunity.save', { opportunityId, rev: 1, details: full }),
      await ben.post('opportunity.remove', { opportunityId, rev: 2 }),
      await ben.post('opportunity.setStage', { opportunityId, rev: 2, stage: 'applied', on: today }),
      await ben.post('opportunity.undoStage', { opportunityId, rev: 2 }),
    ];
    for (const mark of [secret, 'POSTINGMARK', 'SOURCEMARK', 'NEXTMARK', 'PERSONMARK'])
      expect(answers.filter(({ body }) => body.includes(mark))).toEqual([]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 403, 403, 403, 403]);
    expect(answers[1]?.body).toBe('{"result":{"data":[]}}');
    expect((await cara.post('opportunity.page', { opportunityId })).status).toBe(404);
  });

  it('gets the same bytes whatever the company is', async () => {
    const bodies = [];
    for (const company of ['Aaaa', 'A much longer name of a company']) {
      const { opportunityId } = await create(ana, { company });
      const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
      await share(ana, missionId, ben, 'hidden');
      const { body } = await ben.post('opportunity.page', { opportunityId });
      bodies.push(body.replaceAll(opportunityId, 'O').replaceAll(missionId, 'M'));
    }
    expect(bodies[0]).toContain('an employer');
    expect(bodies[1]).toBe(bodies[0]);
  });

  it('sees the company where a live share says so, and loses it with the share', async () => {
    const { opportunityId } = await create(ana, { alias: 'the alias' });
    const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
    const employer = async (person: Person) => (await person.api.opportunity.page.query({ opportunityId })).header.employer;
    await share(ana, missionId, ben, 'exact');
    expect(await employer(ben)).toBe('Zyxwell');
    await share(ana, opportunityId, ben, 'hidden');
    const where = { itemId: missionId };
    await world.client.share.updateMany({ where, data: { revokedAt: begins } });
    expect(await employer(ben)).toBe('the alias');
    await world.client.share.updateMany({ where, data: { revokedAt: null, expiresAt: inDays(-1) } });
    expect(await employer(ben)).toBe('the alias');
    await world.client.share.updateMany({ where, data: { expiresAt: null, levels: wholeLevels('hidden') } });
    expect(await employer(ben)).toBe('the alias');
  });

  it('of the opportunity itself reads its timeline; others know nothing', async () => {
    const { opportunityId } = await create(ana);
    const random = (await cara.post('opportunity.page', { opportunityId: '0197f7a0-0000-7000-8000-000000000000' })).body;
    await share(ana, opportunityId, ben, 'hidden');
    expect(await ben.api.opportunity.timeline.query({ opportunityId })).toMatchObject([{ stage: 'lead' }]);
    for (const person of [cara, stranger]) expect((await person.post('opportunity.page', { opportunityId })).body).toBe(random);
    expect((await world.anonymous().post('opportunity.page', { opportunityId })).status).toBe(401);
    await world.client.share.updateMany({ where: { itemId: opportunityId }, data: { revokedAt: begins } });
    expect((await ben.post('opportunity.page', { opportunityId })).body).toBe(random);
    expect((await ben.post('opportunity.timeline', { opportunityId })).status).toBe(404);
  });

  it('is stopped by the code alone when the database lets everything through', async () => {
    const open = await createWorld();
    for (const table of ['item', 'opportunity', 'stage_change', 'mission', 'share', 'account', 'sealing_key'])
      await open.client.$executeRawUnsafe(`create policy wide on ${table} for select to parley_user using (true)`);
    const [owner, other] = [await open.person('Owner'), await open.person('Other')];
    const { opportunityId } = await create(owner, { company: 'Unwalled' });
    const { missionId } = await owner.api.mission.create.mutate({ opportunityId });
    const answers = [
      await other.post('opportunity.page', { opportunityId }),
      await other.post('opportunity.timeline', { opportunityId }),
      await other.post('mission.get', { missionId }),
      await other.post('opportunity.list', undefined),
    ];
    await open.close();
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 200]);
    expect(answers[3]?.body).toBe('{"result":{"data":[]}}');
  });

  it('of one part learns nothing of the others when the database lets everything through', async () => {
    const open = await createWorld();
    const [owner, other] = [await open.person('Owner'), await open.person('Other')];
    const council = await open.council('Open', [owner, other]);
    const { opportunityId } = await create(owner, { company: 'Unwalled' });
    const { missionId } = await owner.api.mission.create.mutate({ opportunityId });
    const given = { itemId: missionId, councilId: council, readerId: other.id, levels: wholeLevels('hidden'), expiresAt: null };
    expect((await owner.post('share.set', given)).status).toBe(200);
    const debriefId = '0197f7a0-0000-7000-8000-00000000dead';
    await open.client.$executeRawUnsafe('alter table item no force row level security');
    await open.client.item.createMany({ data: [{ id: debriefId, kind: 'debrief', ownerId: owner.id, opportunityId }] });
    for (const table of ['item', 'opportunity', 'stage_change', 'share'])
      await open.client.$executeRawUnsafe(`create policy wide on ${table} for select to parley_user using (true)`);
    const page = await other.api.opportunity.page.query({ opportunityId });
    const timeline = await other.api.opportunity.timeline.query({ opportunityId });
    await open.close();
    expect(page).toMatchObject({ own: null, parts: { mission: [missionId], debrief: [] }, hasTimeline: false });
    expect(page.header.employer).toBe('an employer');
    expect(timeline).toEqual([]);
  });
});

describe('hostile input', () => {
  it('is refused beside its field, and never breaks the server', async () => {
    const made = await create(ana);
    const { opportunityId } = made;
    const details = opportunityDetails.parse(made.details);
    const save = (more: object) => ana.post('opportunity.save', { opportunityId, rev: 1, details: { ...details, ...more } });
    const fields = async (answer: Promise<{ status: number; body: string }>) => {
      const { status, body } = await answer;
      return [status, JSON.parse(body).error.data.fields[0]?.path];
    };
    expect(await fields(save({ company: '' }))).toEqual([400, 'details.company']);
    expect(await fields(save({ company: 'a\u202eb' }))).toEqual([400, 'details.company']);
    expect(await fields(save({ posting: 'x'.repeat(16_001) }))).toEqual([400, 'details.posting']);
    expect(await fields(save({ next: { act: 'x', on: '2026-02-30' } }))).toEqual([400, 'details.next.on']);
    expect(await fields(save({ people: [{ id: 'x' }] }))).toEqual([400, expect.stringMatching(/^details\.people\.0/)]);
    expect((await save({ surprise: true })).status).toBe(400);
    const wild = [
      undefined,
      null,
      1,
      'x',
      [],
      {},
      { opportunityId: 1 },
      { opportunityId, rev: '1' },
      { opportunityId: `${opportunityId}'--`, rev: 1 },
    ];
    for (const path of ['page', 'timeline', 'create', 'save', 'setStage', 'undoStage', 'redate', 'remove'])
      for (const input of wild) {
        const { status } = await ana.post(`opportunity.${path}`, input);
        const read = (path === 'page' || path === 'timeline') && typeof input === 'object';
        expect([400, ...(read ? [200] : [])], `${path} ${JSON.stringify(input)}`).toContain(status);
      }
    expect(world.faults).toEqual([]);
    expect((await ana.api.opportunity.page.query({ opportunityId })).own?.rev).toBe(1);
  });
});

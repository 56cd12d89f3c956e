import { newId } from '@parley/db/id';
import { cautiousLevels, type Levels, wholeLevels } from '@parley/domain/share/share';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

const company = 'Zanzibar Fintech Canary';
const day = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * day).toISOString();
const named = wholeLevels('exact');
const masked = wholeLevels('hidden');

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;
let table: string;
let other: string;
let missionId: string;
let opportunityId: string;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara, dan] = [
    await world.person('Ana'),
    await world.person('Ben'),
    await world.person('Cara'),
    await world.person('Dan'),
  ];
  table = await world.council('Thursday table', [ben, ana, cara]);
  other = await world.council('Other table', [ana, dan]);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.setClock(null);
  const opening = {
    company,
    role: 'Staff engineer',
    alias: 'a fintech',
    stage: 'lead' as const,
    on: '2026-01-05',
  };
  opportunityId = (await ana.api.opportunity.create.mutate(opening)).opportunityId;
  missionId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
});

const set = (
  who: Person,
  part: Partial<{
    itemId: string;
    councilId: string;
    readerId: string | null;
    levels: Levels;
    expiresAt: string | null;
  }>,
) =>
  who.post('share.set', {
    itemId: missionId,
    councilId: table,
    readerId: null,
    levels: masked,
    expiresAt: null,
    ...part,
  });
const open = (who: Person) => who.post('mission.get', { missionId });
const sharedWith = async (who: Person, councilId = table) =>
  (await who.api.share.listShared.query({ councilId })).filter((line) => line.itemId === missionId);
const refused = async (who: Person) => {
  const answer = await open(who);
  const nothing = await who.post('mission.get', { missionId: newId() });
  return answer.status === 404 && answer.body === nothing.body;
};

describe('a new item', () => {
  it('is its owner’s alone', async () => {
    expect((await open(ana)).status).toBe(200);
    for (const who of [ben, cara, dan]) expect(await refused(who)).toBe(true);
    expect(await ana.api.share.get.query({ itemId: missionId })).toEqual({
      kind: 'mission',
      shares: [],
      readers: [],
    });
  });
});

describe('sharing with one member', () => {
  it('lets that member read and nobody else, and tells only that member', async () => {
    const { shareId, told } = await ana.api.share.set.mutate({
      itemId: missionId,
      councilId: table,
      readerId: cara.id,
      levels: masked,
      expiresAt: null,
    });
    expect(told).toEqual([cara.id]);
    expect((await open(cara)).status).toBe(200);
    expect(await refused(ben)).toBe(true);
    expect(await refused(dan)).toBe(true);
    const notices = await world.client.notification.findMany({ where: { itemId: missionId } });
    expect(notices.map((row) => [row.recipientId, row.actorId, row.kind])).toEqual([
      [cara.id, ana.id, 'shared'],
    ]);
    const now = await ana.api.share.get.query({ itemId: missionId });
    expect(now.readers).toEqual([{ id: cara.id, name: 'Cara', levels: masked, expiresAt: null }]);
    expect(now.shares).toMatchObject([
      { shareId, readerId: cara.id, readerName: 'Cara', councilName: 'Thursday table' },
    ]);
  });

  it('does not open the rest of the opportunity', async () => {
    const debrief = await world.client.item.create({
      data: { id: newId(), kind: 'debrief', ownerId: ana.id, opportunityId },
    });
    await set(ana, { readerId: cara.id });
    expect((await cara.post('thread.list', { itemId: debrief.id })).status).toBe(404);
    expect((await cara.post('thread.list', { itemId: opportunityId })).status).toBe(404);
    expect((await cara.post('opportunity.page', { opportunityId })).status).toBe(200);
  });

  it('shows the company only at the level that says so', async () => {
    await set(ana, { readerId: cara.id });
    const page = await cara.post('opportunity.page', { opportunityId });
    const list = await cara.post('share.listShared', { councilId: table });
    expect(page.body + list.body).not.toContain(company);
    expect(await sharedWith(cara)).toMatchObject([
      {
        kind: 'mission',
        ownerName: 'Ana',
        role: 'Staff engineer',
        employer: 'a fintech',
        shows: null,
        expiresAt: null,
      },
    ]);
    await set(ana, { readerId: cara.id, levels: named });
    expect(await sharedWith(cara)).toMatchObject([{ employer: company }]);
  });
});

describe('sharing with the council', () => {
  it('reaches every member, also who joins later, in this council only', async () => {
    await set(ana, {});
    expect([(await open(ben)).status, (await open(cara)).status]).toEqual([200, 200]);
    expect(await refused(dan)).toBe(true);
    const eve = await world.person('Eve');
    expect(await refused(eve)).toBe(true);
    const { link } = await ben.api.invitation.create.mutate({ councilId: table, email: eve.email });
    await eve.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
    expect((await open(eve)).status).toBe(200);
    expect(await sharedWith(eve)).toHaveLength(1);
    await ben.api.council.remove.mutate({
      councilId: table,
      accountId: eve.id,
      reason: 'Two meetings missed.',
    });
    expect(await refused(eve)).toBe(true);
    expect((await eve.post('share.listShared', { councilId: table })).status).toBe(404);
  });

  it('tells those who gain by it, once', async () => {
    await set(ana, { readerId: cara.id });
    await set(ana, {});
    await set(ana, { levels: named });
    const notices = await world.client.notification.findMany({
      where: { itemId: missionId },
      orderBy: { id: 'asc' },
    });
    expect(notices.map((row) => row.recipientId)).toEqual([cara.id, ben.id]);
  });

  it('yields to a row aimed at one person', async () => {
    await set(ana, { levels: named });
    await set(ana, { readerId: cara.id, levels: masked });
    const { readers } = await ana.api.share.get.query({ itemId: missionId });
    expect(new Map(readers.map((reader) => [reader.id, reader.levels.company]))).toEqual(
      new Map([
        [ben.id, 'exact'],
        [cara.id, 'hidden'],
      ]),
    );
    expect(await sharedWith(cara)).toMatchObject([{ employer: 'a fintech' }]);
    expect(await sharedWith(ben)).toMatchObject([{ employer: company }]);
  });
});

describe('the end of a share', () => {
  it('comes at once with revocation', async () => {
    const { shareId } = await ana.api.share.set.mutate({
      itemId: missionId,
      councilId: table,
      readerId: null,
      levels: masked,
      expiresAt: null,
    });
    expect(await ana.api.share.revoke.mutate({ shareId })).toEqual({ itemId: missionId });
    expect(await refused(ben)).toBe(true);
    expect(await sharedWith(ben)).toEqual([]);
    expect((await ana.api.share.get.query({ itemId: missionId })).readers).toEqual([]);
    expect((await ana.post('share.revoke', { shareId })).status).toBe(200);
  });

  it('comes with the expiry', async () => {
    await set(ana, { expiresAt: later(2) });
    expect((await open(ben)).status).toBe(200);
    world.setClock(new Date(Date.now() + 3 * day));
    expect(await refused(ben)).toBe(true);
    expect(await sharedWith(ben)).toEqual([]);
    expect((await ana.api.share.get.query({ itemId: missionId })).shares).toEqual([]);
  });

  it('holds in the database too, whatever the program’s clock says', async () => {
    await set(ana, { expiresAt: later(2) });
    await world.client.share.updateMany({
      where: { itemId: missionId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    world.setClock(new Date(Date.now() - 60_000));
    expect((await open(ben)).status).toBe(404);
    expect(await sharedWith(ben)).toEqual([]);
  });

  it('comes when the owner leaves the council', async () => {
    const fay = await world.person('Fay');
    const gus = await world.person('Gus');
    const councilId = await world.council('Short table', [gus, fay]);
    const opening = { company, role: 'Lead', alias: '', stage: 'lead' as const, on: '2026-01-05' };
    const hers = (await fay.api.opportunity.create.mutate(opening)).opportunityId;
    await fay.api.share.set.mutate({
      itemId: hers,
      councilId,
      readerId: null,
      levels: masked,
      expiresAt: null,
    });
    expect(await gus.api.share.listShared.query({ councilId })).toMatchObject([
      { kind: 'opportunity', employer: 'an employer' },
    ]);
    await fay.api.council.leave.mutate({ councilId });
    expect(await gus.api.share.listShared.query({ councilId })).toEqual([]);
    expect((await gus.post('opportunity.page', { opportunityId: hers })).status).toBe(404);
    expect(await fay.api.share.mine.query()).toEqual([]);
  });
});

describe('replacing a share', () => {
  it('leaves one that stands for the audience', async () => {
    await set(ana, { levels: named });
    await Promise.all([
      set(ana, { levels: masked }),
      set(ana, { levels: named }),
      set(ana, { levels: masked }),
    ]);
    const rows = await world.client.share.findMany({ where: { itemId: missionId } });
    expect(rows).toHaveLength(4);
    expect(rows.filter((row) => row.revokedAt === null)).toHaveLength(1);
  });
});

describe('an offer', () => {
  it('needs an end within 90 days and keeps its levels', async () => {
    const { id: itemId } = await world.client.item.create({
      data: { id: newId(), kind: 'offer', ownerId: ana.id, opportunityId },
    });
    expect((await set(ana, { itemId, levels: cautiousLevels })).status).toBe(400);
    expect((await set(ana, { itemId, levels: cautiousLevels, expiresAt: later(91) })).body).toContain(
      'at most 90 days',
    );
    expect((await set(ana, { itemId, levels: cautiousLevels, expiresAt: later(10) })).status).toBe(200);
    const { readers } = await ana.api.share.get.query({ itemId });
    expect(readers.map((reader) => reader.levels)).toEqual([cautiousLevels, cautiousLevels]);
    const lines = await ben.api.share.listShared.query({ councilId: table });
    expect(lines.find((line) => line.itemId === itemId)).toMatchObject({
      kind: 'offer',
      shows: 'partly hidden',
      employer: 'a fintech',
    });
  });
});

describe('who may share', () => {
  it('is the owner alone: a reader is told so, a stranger learns nothing', async () => {
    expect((await set(ben, {})).status).toBe(404);
    await set(ana, { readerId: ben.id });
    for (const path of ['share.get', 'share.options'])
      expect((await ben.post(path, { itemId: missionId })).status).toBe(403);
    expect((await set(ben, { readerId: cara.id })).status).toBe(403);
    const [share] = (await ana.api.share.get.query({ itemId: missionId })).shares;
    expect((await ben.post('share.revoke', { shareId: share?.shareId })).status).toBe(403);
    expect((await cara.post('share.revoke', { shareId: share?.shareId })).status).toBe(404);
    expect((await open(ben)).status).toBe(200);
  });

  it('reaches only own councils and their active members', async () => {
    const foreign = await world.council('Foreign table', [dan, cara]);
    expect((await set(ana, { councilId: foreign })).status).toBe(403);
    expect((await set(ana, { councilId: foreign, readerId: cara.id })).status).toBe(403);
    expect((await set(ana, { readerId: dan.id })).status).toBe(403);
    expect((await set(ana, { readerId: ana.id })).status).toBe(403);
    expect((await set(ana, { readerId: newId() })).status).toBe(403);
    expect((await set(ana, { councilId: newId() })).status).toBe(403);
    expect(await world.client.share.count({ where: { itemId: missionId } })).toBe(0);
    expect((await set(ana, { councilId: other, readerId: dan.id })).status).toBe(200);
  });

  it('takes whole and known levels only', async () => {
    for (const levels of [
      { ...masked, company: 'range' },
      { ...masked, pay: 'all' },
      { ...masked, more: 'exact' },
      {},
      null,
    ])
      expect(
        (
          await ana.post('share.set', {
            itemId: missionId,
            councilId: table,
            readerId: null,
            levels,
            expiresAt: null,
          })
        ).status,
      ).toBe(400);
    expect((await set(ana, { expiresAt: later(-1) })).body).toContain('has passed');
    expect((await set(ana, { expiresAt: later(366) })).body).toContain('at most 365 days');
  });
});

describe('what the dialog and the lists need', () => {
  it('is councils with members by name, and what is shared by me', async () => {
    const { councils, company: own, alias } = await ana.api.share.options.query({ itemId: missionId });
    expect([own, alias]).toEqual([company, 'a fintech']);
    expect(councils.map((one) => [one.name, one.members.map((member) => member.name).sort()])).toEqual([
      ['Thursday table', ['Ben', 'Cara']],
      ['Other table', ['Dan']],
    ]);
    await set(ana, { readerId: cara.id, expiresAt: later(5) });
    await set(ana, {});
    const line = (await ana.api.share.mine.query()).find((one) => one.itemId === missionId);
    expect(line).toMatchObject({ employer: company, kind: 'mission' });
    expect(line?.shares.map((share) => [share.audience, share.whole])).toEqual([
      ['Cara', false],
      ['Thursday table', true],
    ]);
    expect((await ben.api.share.mine.query()).filter((one) => one.itemId === missionId)).toEqual([]);
  });
});

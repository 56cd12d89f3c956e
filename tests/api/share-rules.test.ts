import { asUser } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { newId } from '@parley/db/id';
import { cautiousLevels, type Levels, wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { chosenLine } from '../support/lines.ts';
import { unwalled } from '../support/unwalled.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

const company = 'Zanzibar Fintech Canary';
const later = (days: number) => inDays(days).toISOString();
const named = wholeLevels('exact');
const masked = wholeLevels('hidden');

let world: World;
/** While set, calls go past row-level security: the code's own wall stands alone. */
let past: Client | null = null;
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;
let table: string;
let other: string;
let missionId: string;
let opportunityId: string;

beforeAll(async () => {
  world = await createWorld({
    asUser: (client, accountId, work) => (past ? unwalled(past, accountId, work) : asUser(client, accountId, work)),
    line: (real, beyond) => chosenLine(() => (past ? beyond : real)),
  });
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
  await world.setClock(null);
  const opening = { company, role: 'Staff engineer', alias: 'a fintech', stage: 'lead' as const, on: '2026-01-05' };
  opportunityId = (await ana.api.opportunity.create.mutate(opening)).opportunityId;
  missionId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
});

const set = (
  who: Person,
  part: Partial<{ itemId: string; councilId: string; readerId: string | null; levels: Levels; expiresAt: string | null }>,
) => who.post('share.set', { itemId: missionId, councilId: table, readerId: null, levels: masked, expiresAt: null, ...part });
const owned = (itemId = missionId) => ana.api.share.get.query({ itemId });
const open = (who: Person) => who.post('mission.get', { missionId });

describe('replacing a share', () => {
  it('leaves one that stands for the audience', async () => {
    await set(ana, { levels: named });
    await Promise.all([set(ana, { levels: masked }), set(ana, { levels: named }), set(ana, { levels: masked })]);
    const rows = await world.client.share.findMany({ where: { itemId: missionId } });
    expect(rows).toHaveLength(4);
    expect(rows.filter((row) => row.revokedAt === null)).toHaveLength(1);
  });
});

describe('an offer', () => {
  const offer = async (date: string | null) => {
    const deadline = date ? { kind: 'date' as const, on: date, zone: 'Asia/Kathmandu' } : null;
    const draft = { opportunityId, receivedOn: '2026-01-05', deadline, draft: null };
    return (await ana.api.offer.create.mutate(draft)).offerId;
  };

  it('needs an end within 90 days and keeps its levels', async () => {
    const itemId = await offer(null);
    expect((await set(ana, { itemId, levels: cautiousLevels })).status).toBe(400);
    expect((await set(ana, { itemId, levels: cautiousLevels, expiresAt: later(91) })).body).toContain('at most 90 days');
    expect((await set(ana, { itemId, levels: cautiousLevels, expiresAt: later(10) })).status).toBe(200);
    const { readers } = await owned(itemId);
    expect(readers.map((reader) => reader.levels)).toEqual([cautiousLevels, cautiousLevels]);
    const lines = await ben.api.share.listShared.query({ councilId: table });
    expect(lines.find((line) => line.itemId === itemId)).toMatchObject({
      kind: 'offer',
      shows: 'partly hidden',
      employer: 'a fintech',
    });
  });

  it('is proposed until seven days after its deadline in the employer’s zone, else for 14 days', async () => {
    await world.setClock(new Date('2026-11-22T10:00:00Z'));
    const dated = await ana.api.share.options.query({ itemId: await offer('2026-12-01') });
    expect(dated).toMatchObject({ expiresAt: '2026-12-08T18:15:00.000Z', longestDays: 90, levels: cautiousLevels });
    const open = await ana.api.share.options.query({ itemId: await offer(null) });
    expect(open.expiresAt).toBe('2026-12-06T10:00:00.000Z');
  });

  it('tells its end, which follows from the deadline, to those alone who see the dates', async () => {
    await world.setClock(new Date('2026-11-22T10:00:00Z'));
    const itemId = await offer('2026-12-01');
    const ends = async (dates: 'hidden' | 'range' | 'exact') => {
      const { expiresAt } = await ana.api.share.options.query({ itemId });
      await set(ana, { itemId, levels: { ...cautiousLevels, dates }, expiresAt });
      const lines = await ben.api.share.listShared.query({ councilId: table });
      const glance = await ben.api.share.glance.query({ itemId });
      return [lines.find((line) => line.itemId === itemId)?.expiresAt, 'expiresAt' in glance && glance.expiresAt];
    };
    expect(await ends('hidden')).toEqual([null, null]);
    expect(await ends('range')).toEqual([null, null]);
    expect(await ends('exact')).toEqual(['2026-12-08T18:15:00.000Z', '2026-12-08T18:15:00.000Z']);
  });
});

describe('who may share', () => {
  it('is the owner alone: a reader is told so, a stranger learns nothing', async () => {
    expect((await set(ben, {})).status).toBe(404);
    await set(ana, { readerId: ben.id });
    for (const path of ['share.get', 'share.options']) expect((await ben.post(path, { itemId: missionId })).status).toBe(403);
    expect((await set(ben, { readerId: cara.id })).status).toBe(403);
    const [share] = (await owned()).shares;
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
    for (const levels of [{ ...masked, company: 'range' }, { ...masked, pay: 'all' }, { ...masked, more: 'exact' }, {}, null])
      expect(
        (await ana.post('share.set', { itemId: missionId, councilId: table, readerId: null, levels, expiresAt: null })).status,
      ).toBe(400);
    expect((await set(ana, { expiresAt: later(-1) })).body).toContain('has passed');
    expect((await set(ana, { expiresAt: later(366) })).body).toContain('at most 365 days');
  });
});

describe('what a reader learns of a share', () => {
  it('is from whom, how much and until when, and nothing of what others get', async () => {
    await set(ana, { levels: named });
    const before = await ben.post('share.glance', { itemId: missionId });
    expect(JSON.parse(before.body).result.data).toEqual({
      mine: false,
      kind: 'mission',
      ownerName: 'Ana',
      levels: named,
      expiresAt: null,
    });
    await set(ana, { readerId: cara.id, levels: masked, expiresAt: later(3) });
    await set(ana, { councilId: other, readerId: dan.id });
    expect((await ben.post('share.glance', { itemId: missionId })).body).toBe(before.body);
    expect(await cara.api.share.glance.query({ itemId: missionId })).toMatchObject({ mine: false, levels: masked });
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

  it('includes who sees the company already through something else of the opening', async () => {
    expect((await ana.api.share.options.query({ itemId: opportunityId })).namedTo).toEqual([]);
    await set(ana, { levels: masked });
    expect((await ana.api.share.options.query({ itemId: opportunityId })).namedTo).toEqual([]);
    await set(ana, { readerId: cara.id, levels: named });
    expect((await ana.api.share.options.query({ itemId: opportunityId })).namedTo).toEqual([cara.id]);
    expect((await ana.api.share.options.query({ itemId: missionId })).namedTo).toEqual([]);
    await set(ana, { readerId: cara.id, levels: masked });
    expect((await ana.api.share.options.query({ itemId: opportunityId })).namedTo).toEqual([]);
  });
});

describe('with the database’s wall taken down', () => {
  it('the list still holds only what reaches the viewer', async () => {
    const [fay, gus, hal] = [await world.person('Fay'), await world.person('Gus'), await world.person('Hal')];
    const councilId = await world.council('Short table', [gus, fay, hal]);
    const opening = { company, role: 'Lead', alias: '', stage: 'lead' as const, on: '2026-01-05' };
    const make = async (readerId: string | null) => {
      const itemId = (await fay.api.opportunity.create.mutate(opening)).opportunityId;
      await fay.api.share.set.mutate({ itemId, councilId, readerId, levels: masked, expiresAt: null });
      return itemId;
    };
    const [toAll, toGus] = [await make(null), await make(gus.id)];
    await make(hal.id);
    const listed = async () => (await gus.api.share.listShared.query({ councilId })).map((line) => line.itemId);
    past = createClient(world.adminUrl, { max: 2 });
    try {
      expect(await listed()).toEqual([toGus, toAll]);
      await world.client.membership.updateMany({
        where: { councilId, accountId: gus.id },
        data: { joinedAt: inDays(1) },
      });
      expect(await listed()).toEqual([toAll]);
      await world.client.membership.updateMany({ where: { councilId, accountId: fay.id }, data: { state: 'left' } });
      expect(await listed()).toEqual([]);
    } finally {
      await past.$disconnect();
      past = null;
    }
  });
});

import { asUser } from '@parley/db/as-user';
import { newId } from '@parley/db/id';
import { type Levels, wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

const company = 'Zanzibar Fintech Canary';
const later = (days: number) => inDays(days).toISOString();
const named = wholeLevels('exact');
const masked = wholeLevels('hidden');

let world: World;
/** While set, what the code takes for the time: the database’s own wall stands alone. */
let program: Date | null = null;
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;
let table: string;
let missionId: string;
let opportunityId: string;

beforeAll(async () => {
  world = await createWorld({
    asUser: (client, accountId, work) => asUser(client, accountId, (db, now) => work(db, program ?? now)),
  });
  [ana, ben, cara, dan] = [
    await world.person('Ana'),
    await world.person('Ben'),
    await world.person('Cara'),
    await world.person('Dan'),
  ];
  table = await world.council('Thursday table', [ben, ana, cara]);
  await world.council('Other table', [ana, dan]);
});
afterAll(() => world.close());

beforeEach(async () => {
  program = null;
  await world.setClock(null);
  const opening = { company, role: 'Staff engineer', alias: 'a fintech', stage: 'lead' as const, on: '2026-01-05' };
  opportunityId = (await ana.api.opportunity.create.mutate(opening)).opportunityId;
  missionId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
});

const set = (
  who: Person,
  part: Partial<{ itemId: string; councilId: string; readerId: string | null; levels: Levels; expiresAt: string | null }>,
) => who.post('share.set', { itemId: missionId, councilId: table, readerId: null, levels: masked, expiresAt: null, ...part });
const open = (who: Person) => who.post('mission.get', { missionId });
const sharedWith = async (who: Person, councilId = table) =>
  (await who.api.share.listShared.query({ councilId })).filter((line) => line.itemId === missionId);
const owned = (itemId = missionId) => ana.api.share.get.query({ itemId });
const refused = async (who: Person) => {
  const answer = await open(who);
  const nothing = await who.post('mission.get', { missionId: newId() });
  return answer.status === 404 && answer.body === nothing.body;
};

describe('a new item', () => {
  it('is its owner’s alone', async () => {
    expect((await open(ana)).status).toBe(200);
    for (const who of [ben, cara, dan]) expect(await refused(who)).toBe(true);
    expect(await owned()).toEqual({ kind: 'mission', shares: [], readers: [] });
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
    expect(notices.map((row) => [row.recipientId, row.actorId, row.kind])).toEqual([[cara.id, ana.id, 'shared']]);
    const now = await owned();
    expect(now.readers).toEqual([{ id: cara.id, name: 'Cara', levels: masked, expiresAt: null }]);
    expect(now.shares).toMatchObject([{ shareId, readerId: cara.id, readerName: 'Cara', councilName: 'Thursday table' }]);
  });

  it('does not open the rest of the opportunity', async () => {
    const debrief = await world.client.item.create({ data: { id: newId(), kind: 'debrief', ownerId: ana.id, opportunityId } });
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
      { kind: 'mission', ownerName: 'Ana', role: 'Staff engineer', employer: 'a fintech', shows: null, expiresAt: null },
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
    await ben.api.council.remove.mutate({ councilId: table, accountId: eve.id, reason: 'Two meetings missed.' });
    expect(await refused(eve)).toBe(true);
    expect((await eve.post('share.listShared', { councilId: table })).status).toBe(404);
  });

  it('tells those who gain by it, once', async () => {
    await set(ana, { readerId: cara.id });
    await set(ana, {});
    await set(ana, { levels: named });
    const notices = await world.client.notification.findMany({ where: { itemId: missionId }, orderBy: { id: 'asc' } });
    expect(notices.map((row) => row.recipientId)).toEqual([cara.id, ben.id]);
  });

  it('yields to a row aimed at one person', async () => {
    await set(ana, { levels: named });
    await set(ana, { readerId: cara.id, levels: masked });
    const { readers } = await owned();
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
    expect((await owned()).readers).toEqual([]);
    expect((await ana.post('share.revoke', { shareId })).status).toBe(200);
  });

  it('comes with the expiry', async () => {
    await set(ana, { expiresAt: later(2) });
    expect((await open(ben)).status).toBe(200);
    await world.setClock(inDays(3));
    expect(await refused(ben)).toBe(true);
    expect(await sharedWith(ben)).toEqual([]);
    expect((await owned()).shares).toEqual([]);
  });

  it('holds in the database too, whatever the program takes for the time', async () => {
    await set(ana, { expiresAt: later(2) });
    await world.setClock(inDays(3));
    program = inDays(1);
    expect((await open(ben)).status).toBe(404);
    expect(await sharedWith(ben)).toEqual([]);
  });

  it('comes when the owner leaves the council', async () => {
    const fay = await world.person('Fay');
    const gus = await world.person('Gus');
    const councilId = await world.council('Short table', [gus, fay]);
    const opening = { company, role: 'Lead', alias: '', stage: 'lead' as const, on: '2026-01-05' };
    const hers = (await fay.api.opportunity.create.mutate(opening)).opportunityId;
    await fay.api.share.set.mutate({ itemId: hers, councilId, readerId: null, levels: masked, expiresAt: null });
    expect(await gus.api.share.listShared.query({ councilId })).toMatchObject([{ kind: 'opportunity', employer: 'an employer' }]);
    await fay.api.council.leave.mutate({ councilId });
    expect(await gus.api.share.listShared.query({ councilId })).toEqual([]);
    expect((await gus.post('opportunity.page', { opportunityId: hers })).status).toBe(404);
    expect(await fay.api.share.mine.query()).toEqual([]);
  });
});

import { asUser } from '@parley/db/as-user';
import { newId } from '@parley/db/id';
import { charterTemplate } from '@parley/domain/council/charter';
import { unsaid } from '@parley/domain/council/presence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let stranger: Person;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  cara = await world.person('Cara');
  stranger = await world.person('Sam');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
const about = { name: 'Thursday table', purpose: 'Land well.', cadence };
const failure = (answer: { body: string }) => JSON.parse(answer.body).error.data;
const found = (members: Person[]) => world.council('Thursday table', members);

async function page(person: Person, councilId: string) {
  return person.api.council.page.query({ councilId });
}

describe('a council', () => {
  it('is founded by its moderator, who has accepted the charter they wrote', async () => {
    const charter = charterTemplate(about.name, cadence);
    const { councilId } = await ana.api.council.create.mutate({ ...about, charter });
    const seen = await page(ana, councilId);
    expect(seen).toMatchObject({
      ...about,
      rev: 1,
      closed: false,
      charterVersion: 1,
      charter: { version: 1, text: charter.trim() },
    });
    const seat = { accountId: ana.id, name: 'Ana', role: 'moderator', state: 'active', acceptedCharter: 1 };
    expect(seen.members).toEqual([{ ...seat, presence: unsaid }]);
    expect(await ana.api.council.list.query()).toContainEqual(
      expect.objectContaining({ councilId, role: 'moderator', active: 1, owesAcceptance: false }),
    );
  });

  it('is found by nobody else, not even as different bytes', async () => {
    const councilId = await found([ana]);
    for (const path of ['page', 'leave', 'becomeAlumnus', 'close']) {
      const real = await stranger.post(`council.${path}`, { councilId });
      const random = await stranger.post(`council.${path}`, { councilId: newId() });
      expect([path, real.status]).toEqual([path, 404]);
      expect(real.body).toBe(random.body);
    }
    expect(await stranger.api.council.list.query()).toEqual([]);
  });

  it('shows every member the same page', async () => {
    const councilId = await found([ana, ben, cara]);
    const [mine, theirs] = [await page(ana, councilId), await page(ben, councilId)];
    expect(theirs).toEqual({ ...mine, viewerId: ben.id });
    expect(mine.members.map((member) => member.name).sort()).toEqual(['Ana', 'Ben', 'Cara']);
  });

  it('keeps its words sealed in the database', async () => {
    const councilId = await ana.api.council.create
      .mutate({ name: 'Zyxcouncil', purpose: 'Zyxpurpose', cadence, charter: 'Zyxcharter' })
      .then((made) => made.councilId);
    const rows = [
      await world.client.council.findMany({ where: { id: councilId } }),
      await world.client.charter.findMany({ where: { councilId } }),
    ];
    const text = JSON.stringify(rows, (_, held) => (held instanceof Uint8Array ? Buffer.from(held).toString('latin1') : held));
    expect(text).not.toMatch(/Zyx|Vienna/);
  });

  it('is edited by its moderator over the revision that was read', async () => {
    const councilId = await found([ana, ben]);
    const saved = await ana.api.council.save.mutate({ councilId, rev: 1, ...about, name: 'Friday table' });
    expect(saved).toEqual({ rev: 2 });
    expect(await ana.api.council.page.query({ councilId })).toMatchObject({ name: 'Friday table', rev: 2 });
    const stale = await ana.post('council.save', { councilId, rev: 1, ...about, name: 'Lost' });
    expect([stale.status, failure(stale).newer.name]).toEqual([409, 'Friday table']);
    expect((await ben.post('council.save', { councilId, rev: 2, ...about })).status).toBe(403);
  });

  it.each([
    ['name', { name: 'x'.repeat(81) }],
    ['name', { name: 'Ta\u202eble' }],
    ['purpose', { purpose: 7 }],
    ['cadence.time', { cadence: { ...cadence, time: '6pm' } }],
    ['cadence.zone', { cadence: { ...cadence, zone: 'Mars' } }],
    ['charter', { charter: '' }],
    ['charter', { charter: 'x'.repeat(12_001) }],
    ['', { founderId: newId() }],
  ])('refuses a hostile %s beside its field', async (path, change) => {
    const answer = await ana.post('council.create', { ...about, charter: 'Kind words.', ...change });
    expect(answer.status).toBe(400);
    expect(failure(answer).fields.map((field: { path: string }) => field.path)).toContain(path);
  });
});

describe('the charter', () => {
  it('is accepted again by everybody when it changes', async () => {
    const councilId = await found([ana, ben]);
    await ana.api.council.saveCharter.mutate({ councilId, version: 1, text: 'Second words.' });
    expect((await page(ben, councilId)).charter).toMatchObject({ version: 2, text: 'Second words.' });
    expect(await ben.api.council.list.query()).toContainEqual(expect.objectContaining({ councilId, owesAcceptance: true }));
    expect(await ana.api.council.list.query()).toContainEqual(expect.objectContaining({ councilId, owesAcceptance: false }));
    const old = await ben.post('council.acceptCharter', { councilId, version: 1 });
    expect([old.status, failure(old).newer.text]).toEqual([409, 'Second words.']);
    await ben.api.council.acceptCharter.mutate({ councilId, version: 2 });
    expect((await page(ana, councilId)).members.map((member) => member.acceptedCharter)).toEqual([2, 2]);
    expect((await ben.post('council.acceptCharter', { councilId, version: 2 })).status).toBe(403);
  });

  it('is written by the moderator over the version that was read', async () => {
    const councilId = await found([ana, ben]);
    expect((await ben.post('council.saveCharter', { councilId, version: 1, text: 'Mine.' })).status).toBe(403);
    const answers = await Promise.all(
      ['One.', 'Two.'].map((text) => ana.post('council.saveCharter', { councilId, version: 1, text })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect((await page(ana, councilId)).charterVersion).toBe(2);
  });
});

describe('leaving', () => {
  it('ends access at once and for all', async () => {
    const councilId = await found([ana, ben, cara]);
    await ben.api.council.leave.mutate({ councilId });
    expect((await ben.post('council.page', { councilId })).status).toBe(404);
    expect((await page(ana, councilId)).members.map((member) => member.name)).not.toContain('Ben');
    expect(await ben.api.council.list.query()).not.toContainEqual(expect.objectContaining({ councilId }));
    expect((await ben.post('council.leave', { councilId })).status).toBe(404);
  });

  it('ends what the leaver shared and what was shared with them, and a return revives neither by name', async () => {
    const councilId = await found([ana, ben, cara]);
    const share = async (owner: Person, readerId: string) => {
      const itemId = newId();
      await asUser(world.deps.client, owner.id, async (db) => {
        await db.item.createMany({ data: [{ id: itemId, kind: 'opportunity', ownerId: owner.id, opportunityId: itemId }] });
        await db.share.createMany({ data: [{ id: newId(), itemId, councilId, readerId, levels: {} }] });
      });
      return itemId;
    };
    const sees = (person: Person, id: string) =>
      asUser(world.deps.client, person.id, async (db) => (await db.item.count({ where: { id } })) === 1);
    const fromBen = await share(ben, ana.id);
    const toBen = await share(ana, ben.id);
    expect([await sees(ana, fromBen), await sees(ben, toBen)]).toEqual([true, true]);
    await ben.api.council.leave.mutate({ councilId });
    expect([await sees(ana, fromBen), await sees(ben, toBen)]).toEqual([false, false]);
    expect(await sees(ben, fromBen)).toBe(true);
    const { link } = await ana.api.invitation.create.mutate({ councilId, email: ben.email });
    await ben.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
    expect([await sees(ana, fromBen), await sees(ben, toBen)]).toEqual([false, false]);
  });

  it('lets a member who landed stay on the page as an alumnus without access', async () => {
    const councilId = await found([ana, ben]);
    await ben.api.council.becomeAlumnus.mutate({ councilId });
    expect((await page(ana, councilId)).members).toContainEqual(expect.objectContaining({ name: 'Ben', state: 'alumnus' }));
    expect((await ben.post('council.page', { councilId })).status).toBe(404);
  });

  it('asks the moderator to hand over first', async () => {
    const councilId = await found([ana, ben]);
    const refused = await ana.post('council.leave', { councilId });
    expect([refused.status, failure(refused).message]).toEqual([
      403,
      'You chair this council. To leave it, or once you have landed, hand over the chair first.',
    ]);
    await ana.api.council.handOver.mutate({ councilId, accountId: ben.id });
    const seen = await page(ben, councilId);
    expect(seen.members.filter((member) => member.role === 'moderator').map((member) => member.name)).toEqual(['Ben']);
    await ana.api.council.leave.mutate({ councilId });
    const alone = await ben.post('council.leave', { councilId });
    expect(failure(alone).message).toContain('close the council');
  });

  it('keeps exactly one moderator when the chair is handed to two at once', async () => {
    const councilId = await found([ana, ben, cara]);
    const answers = await Promise.all([ben, cara].map(({ id }) => ana.post('council.handOver', { councilId, accountId: id })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403]);
    const seats = await world.client.membership.findMany({ where: { councilId, role: 'moderator' } });
    expect(seats).toHaveLength(1);
  });

  it('never leaves a council without a chair when handing over meets leaving', async () => {
    for (let round = 0; round < 4; round += 1) {
      const councilId = await found([ana, ben]);
      await Promise.all([
        ana.post('council.handOver', { councilId, accountId: ben.id }),
        ben.post('council.leave', { councilId }),
      ]);
      const chairs = await world.client.membership.findMany({ where: { councilId, role: 'moderator', state: 'active' } });
      expect(chairs).toHaveLength(1);
    }
  });
});

describe('removing', () => {
  it('ends access at once and tells the person removed, and nobody else, why', async () => {
    const councilId = await found([ana, ben, cara]);
    await ana.api.council.remove.mutate({ councilId, accountId: cara.id, reason: 'Zyxreason: we agreed to part.' });
    expect((await cara.post('council.page', { councilId })).status).toBe(404);
    expect(await cara.api.council.farewells.query()).toContainEqual(
      expect.objectContaining({
        councilId,
        kind: 'removed',
        councilName: 'Thursday table',
        reason: 'Zyxreason: we agreed to part.',
      }),
    );
    expect((await ben.post('council.page', { councilId })).body).not.toContain('Zyxreason');
    expect(await ben.api.council.farewells.query()).not.toContainEqual(expect.objectContaining({ councilId }));
    const row = await world.client.membership.findMany({ where: { councilId, accountId: cara.id } });
    expect(Buffer.from(row[0]?.farewell ?? []).toString('latin1')).not.toContain('Zyxreason');
  });

  it('is the moderator’s alone, of others only, with a reason', async () => {
    const councilId = await found([ana, ben, cara]);
    expect((await ben.post('council.remove', { councilId, accountId: cara.id, reason: 'No.' })).status).toBe(403);
    expect((await ana.post('council.remove', { councilId, accountId: ana.id, reason: 'No.' })).status).toBe(403);
    expect((await ana.post('council.remove', { councilId, accountId: stranger.id, reason: 'No.' })).status).toBe(403);
    const silent = await ana.post('council.remove', { councilId, accountId: ben.id, reason: ' ' });
    expect([silent.status, failure(silent).fields[0].path]).toEqual([400, 'reason']);
  });

  it('is refused by the database too when somebody else than the chair tries', async () => {
    const councilId = await found([ana, ben, cara]);
    const changed = await asUser(world.deps.client, ben.id, (db) =>
      db.membership.updateMany({ where: { councilId, accountId: cara.id }, data: { state: 'removed' } }),
    );
    expect(changed.count).toBe(0);
    await expect(
      asUser(world.deps.client, ben.id, (db) =>
        db.membership.updateMany({ where: { councilId, accountId: ben.id }, data: { role: 'moderator' } }),
      ),
    ).rejects.toThrow();
  });
});

describe('closing', () => {
  it('ends the council for everybody, tells them, and kills its invitations', async () => {
    const councilId = await found([ana, ben]);
    const { link } = await ana.api.invitation.create.mutate({ councilId, email: 'late@example.org' });
    await ana.api.council.close.mutate({ councilId });
    for (const person of [ana, ben]) expect((await person.post('council.page', { councilId })).status).toBe(404);
    expect(await ben.api.council.farewells.query()).toContainEqual(
      expect.objectContaining({ councilId, kind: 'closed', councilName: 'Thursday table' }),
    );
    expect(await stranger.api.invitation.look.query({ token: link.split('token=')[1] ?? '' })).toMatchObject({
      state: 'revoked',
    });
  });

  it('is the moderator’s alone', async () => {
    const councilId = await found([ana, ben]);
    expect((await ben.post('council.close', { councilId })).status).toBe(403);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { type Follower, follow } from '../support/follower.ts';
import { openTable, type Seats, seatCouncil, shareAll } from '../support/table.ts';
import type { Person } from '../support/world.ts';

let seats: Seats;
let missionId = '';
const open: Follower[] = [];

const listen = async (person: Person, ...input: [{ age: number; lastEventId?: string }?]) => {
  const follower = await follow(person, ...input);
  open.push(follower);
  return follower;
};
const hears =
  (id: string) =>
  ({ news }: Follower) =>
    news.some(({ changes }) => changes.some(({ ids }) => ids.includes(id)));
const changesIn = ({ news }: Follower) => news.flatMap(({ changes }) => changes);
/** Nothing is on its way any more: what this person did to themselves has come through. */
async function settled(person: Person, follower: Follower): Promise<void> {
  const before = changesIn(follower).filter(({ also }) => also.includes('gratitude')).length;
  const { rev } = await person.api.gratitude.get.query();
  await person.api.gratitude.save.mutate({ rev, helpers: [] });
  await follower.until((one) => changesIn(one).filter(({ also }) => also.includes('gratitude')).length > before);
}

beforeAll(async () => {
  seats = await seatCouncil();
  const { ana } = seats;
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'offer', on: '2026-05-01' } as const;
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  ({ missionId } = await ana.api.mission.create.mutate({ opportunityId }));
  await shareAll(seats, ana, missionId);
}, 120_000);
afterAll(async () => {
  for (const follower of open) await follower.stop();
  await seats.world.close();
});

const say = (person: Person, text: string) =>
  person.api.thread.start.mutate({ itemId: missionId, blockId: 'statement', label: 'Statement', text, mentions: [] });

describe('what somebody does', () => {
  it('is told to those whom it reaches, without a word of what it says', async () => {
    const { ana, ben, cara, dora } = seats;
    const [toAna, toBen, toDora] = [await listen(ana), await listen(ben), await listen(dora)];
    await say(cara, 'A-canary-of-a-comment');
    await Promise.all([toAna.until(hears(missionId)), toBen.until(hears(missionId))]);
    await settled(dora, toDora);
    expect(hears(missionId)(toDora)).toBe(false);
    const [change] = changesIn(toBen).slice(-1);
    expect(change).toMatchObject({ here: ['thread.list'], also: ['today'], press: null });
    expect(JSON.stringify(toBen.news)).not.toMatch(/canary|Cara|Acme/);
    expect(JSON.stringify(toBen.news)).not.toContain(cara.id);
  });

  it('tells my other windows, with the key of my press, and nobody of what is mine alone', async () => {
    const { ana, ben } = seats;
    const [other, toBen] = [await listen(ana.twin()), await listen(ben)];
    const { negotiationId } = await openTable(ana);
    await shareAll(seats, ana, negotiationId);
    // what comes together with a share is told as "everything": both have heard of it before the press
    for (const one of [toBen, other]) await one.until(({ news }) => news.some(({ everything }) => everything));
    const key = 'a-press-of-a-button-0001';
    const walkAway = { base: 9_000_000, total: null, leave: null, words: '' };
    await ana.post('walkAway.set', { negotiationId, rev: 1, walkAway }, { 'x-parley-key': key });
    await other.until((one) => changesIn(one).some(({ press }) => press === key));
    await settled(ben, toBen);
    expect(changesIn(toBen).filter(({ press }) => press !== null && press === key)).toEqual([]);
    expect(
      changesIn(toBen).every(({ press }) => press === null || changesIn(toBen).some(({ also }) => also.includes('gratitude'))),
    ).toBe(true);
  });

  it('is told once for a press that is sent twice', async () => {
    const { ana } = seats;
    const toAna = await listen(ana);
    const key = 'a-press-of-a-button-0002';
    const input = { itemId: missionId, blockId: 'statement', label: 'Statement', text: 'Twice', mentions: [] };
    const answers = [
      await ana.post('thread.start', input, { 'x-parley-key': key }),
      await ana.post('thread.start', input, { 'x-parley-key': key }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await settled(ana, toAna);
    expect(changesIn(toAna).filter(({ press }) => press === key)).toHaveLength(1);
  });

  it('is not told when it is refused', async () => {
    const { ana, ben } = seats;
    const toBen = await listen(ben);
    const refused = await ben.post('mission.setState', { missionId, rev: 1, state: 'inReview' });
    expect(refused.status).toBe(403);
    await settled(ben, toBen);
    expect(hears(missionId)(toBen)).toBe(false);
    expect((await ana.post('mission.setState', { missionId, rev: 99, state: 'inReview' })).status).toBe(409);
    await settled(ben, toBen);
    expect(hears(missionId)(toBen)).toBe(false);
  });

  it('says with its answer what it makes stale, also when it is refused', async () => {
    const { ana } = seats;
    const input = { itemId: missionId, blockId: 'statement', label: 'Statement', text: 'Header', mentions: [] };
    expect((await ana.post('thread.start', input)).headers.get('x-parley-stale')).toBe('thread.list today');
    expect((await ana.post('mission.save', { missionId, rev: 99 })).headers.get('x-parley-stale')).toContain('mission');
    const takenBack = await ana.post('mission.setState', { missionId, rev: 99, state: 'private' });
    expect(takenBack.headers.get('x-parley-stale')).toBe('*');
    expect((await ana.post('today.page', undefined)).headers.get('x-parley-stale')).toBeNull();
  });
});

describe('what ends', () => {
  it('a share that is taken back: its reader is told at once that all may be stale, and then nothing of it', async () => {
    const { ana, ben } = seats;
    const { negotiationId } = await openTable(ana);
    await shareAll(seats, ana, negotiationId);
    const toBen = await listen(ben);
    const { shares } = await ana.api.share.get.query({ itemId: negotiationId });
    const before = performance.now();
    await ana.api.share.revoke.mutate({ shareId: shares[0]?.shareId ?? '' });
    await toBen.until(({ news }) => news.some(({ everything }) => everything));
    expect((toBen.news.at(-1)?.at ?? Infinity) - before).toBeLessThan(1_000);
    await ana.api.objection.create.mutate({ negotiationId, objection: { says: 'No budget', reply: 'When, then?' } });
    await settled(ben, toBen);
    expect(hears(negotiationId)(toBen)).toBe(false);
  });

  it('a share that runs out: the clock tells, once', async () => {
    const { ana, ben, world, councilId } = seats;
    const { negotiationId } = await openTable(ana);
    const { levels } = (await ana.api.share.get.query({ itemId: missionId })).shares[0] ?? { levels: null };
    if (!levels) throw new Error('There is no share.');
    await world.tick();
    await ana.api.share.set.mutate({
      itemId: negotiationId,
      councilId,
      readerId: null,
      levels,
      expiresAt: inDays(1).toISOString(),
    });
    const toBen = await listen(ben);
    const begun = toBen.news.length;
    await world.setClock(inDays(2));
    await world.tick();
    await toBen.until(({ news }) => news.length > begun);
    await world.tick();
    await world.setClock(null);
    expect(toBen.news.slice(begun).map(({ everything }) => everything)).toEqual([true]);
  });

  it('a member who is removed: told at once, and then nothing of the council', async () => {
    const { cara, world } = seats;
    const eve = await world.person('Eve');
    const councilId = await world.council('Friday', [cara, eve]);
    const toEve = await listen(eve);
    const before = performance.now();
    await cara.api.council.remove.mutate({ councilId, accountId: eve.id, reason: 'Two meetings missed.' });
    await toEve.until(({ news }) => news.some(({ everything }) => everything));
    expect((toEve.news.at(-1)?.at ?? Infinity) - before).toBeLessThan(1_000);
    await cara.api.council.saveCharter.mutate({ councilId, version: 1, text: 'We come on time.' });
    await settled(eve, toEve);
    expect(hears(councilId)(toEve)).toBe(false);
  });

  it.each(['identity.signOut', 'identity.signOutEverywhere'])(
    'a session (%s): every stream of it within a second',
    async (path) => {
      const eve = await seats.world.person('Eve');
      const toEve = [await listen(eve), await listen(eve)];
      const before = performance.now();
      expect((await eve.twin().post(path, undefined)).status).toBe(200);
      await Promise.all(toEve.map((one) => one.until(({ ended }) => ended() !== null)));
      expect(performance.now() - before).toBeLessThan(1_000);
      expect(toEve.map(({ ended }) => ended())).toEqual(['UNAUTHORIZED', 'UNAUTHORIZED']);
    },
  );

  it('a session that another device ends, and a password that is changed; not the one that changed it', async () => {
    const eve = await seats.world.person('Eve');
    const other = seats.world.anonymous();
    await other.api.identity.signIn.mutate({ email: eve.email, password: eve.password });
    const [here, there] = [await listen(eve), await listen(other)];
    await eve.api.identity.changePassword.mutate({ current: eve.password, next: 'another long enough password' });
    await there.until(({ ended }) => ended() === 'UNAUTHORIZED');
    await settled(eve, here);
    expect(here.ended()).toBeNull();
  });
});

import { createApp } from '@parley/api/app';
import { wholeLevels } from '@parley/domain/item/levels';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { begins, inDays } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let other: Hono;

beforeAll(async () => {
  world = await createWorld();
  other = createApp({ ...world.deps, sourceOf: () => '192.0.2.2' });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** Lets the machine be wrong by so many seconds while something is done on it. */
async function wrongBy<T>(seconds: number, act: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
  try {
    return await act();
  } finally {
    vi.useRealTimers();
  }
}

const opening = { company: 'Acme', role: 'Engineer', alias: 'a shop', stage: 'lead' as const, on: '2026-11-20' };

async function shareMission(owner: Person, councilId: string): Promise<string> {
  const { opportunityId } = await owner.api.opportunity.create.mutate(opening);
  const { missionId } = await owner.api.mission.create.mutate({ opportunityId });
  const levels = wholeLevels('hidden');
  await owner.api.share.set.mutate({ itemId: missionId, councilId, readerId: null, levels, expiresAt: inDays(1).toISOString() });
  return missionId;
}

describe('two servers on one database whose machines disagree about the time', () => {
  it.each([20, -20, 40 * 86_400])('behave as one: %i seconds apart', async (seconds) => {
    const [chair, here] = [await world.person('Chair'), await world.person('Owner')];
    const there = here.twin(other);
    const councilId = await wrongBy(seconds, () => world.council('Thursday table', [chair]));
    const { link } = await chair.api.invitation.create.mutate({ councilId, email: here.email });
    const token = link.split('token=')[1] ?? '';
    await wrongBy(seconds, () => there.api.invitation.accept.mutate({ token, charterVersion: 1 }));

    const one = await shareMission(here, councilId);
    const two = await wrongBy(seconds, () => shareMission(there, councilId));
    for (const missionId of [one, two]) {
      expect((await chair.post('mission.get', { missionId })).status).toBe(200);
      expect((await wrongBy(seconds, () => chair.twin(other).post('mission.get', { missionId }))).status).toBe(200);
    }
  });

  it('let a share end, and a session, at the same time', async () => {
    const [chair, owner] = [await world.person('Chair'), await world.person('Owner')];
    const councilId = await world.council('Thursday table', [chair, owner]);
    const missionId = await wrongBy(-20, () => shareMission(owner.twin(other), councilId));
    const at = async (moment: Date) => {
      await world.setClock(moment);
      const here = await chair.post('mission.get', { missionId });
      const there = await wrongBy(-20, () => chair.twin(other).post('mission.get', { missionId }));
      return [here.status, there.status];
    };
    expect(await at(new Date(inDays(1).getTime() - 1))).toEqual([200, 200]);
    expect(await at(inDays(1))).toEqual([404, 404]);
    expect(await at(inDays(9))).toEqual([401, 401]);
    await world.setClock(null);
  });
});

describe('every time in a world', () => {
  it('comes from one clock: what the code stamps, and what the database does', async () => {
    const moment = new Date('2031-02-03T04:05:06.789Z');
    await world.setClock(moment);
    const [chair, owner] = [await world.person('Chair'), await world.person('Owner')];
    const councilId = await world.council('Thursday table', [chair, owner]);
    const { opportunityId } = await owner.api.opportunity.create.mutate(opening);
    const items = await world.client.item.findMany({ where: { ownerId: owner.id } });
    const seats = await world.client.membership.findMany({ where: { councilId } });
    const receipts = await world.client.receipt.findMany({ where: { accountId: owner.id } });
    const sessions = await world.client.session.findMany({ where: { accountId: owner.id } });
    await world.setClock(null);
    const stamps = [...items, ...receipts, ...sessions].map((row) => row.createdAt);
    expect(items.map(({ id }) => id)).toEqual([opportunityId]);
    expect([...stamps, ...seats.map((seat) => seat.joinedAt)]).toEqual(Array.from({ length: stamps.length + 2 }, () => moment));
  });

  it('begins at the same date whatever the machine’s, and goes on', async () => {
    const fresh = await wrongBy(-400 * 86_400, () => createWorld());
    const [first, second] = [await fresh.now(), await fresh.now()];
    await fresh.close();
    expect(first.getTime()).toBeGreaterThanOrEqual(begins.getTime());
    expect(first.getTime()).toBeLessThan(inDays(1).getTime());
    expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
  });

  it('is asked from moment() by every function, policy and default of the database', async () => {
    const rows = await world.client.$queryRaw<{ place: string }[]>`
      with places (place, text) as (
        select proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace
        union all select tablename || '.' || policyname, coalesce(qual, '') || coalesce(with_check, '') from pg_policies
        union all select adrelid::regclass || ' default', pg_get_expr(adbin, adrelid) from pg_attrdef
        union all select conname, pg_get_constraintdef(oid) from pg_constraint)
      select place from places where text ~* '(current|local)_?time|current_date|now\\(|(clock|statement|transaction)_timestamp|timeofday'
      and place not in ('moment', '_prisma_migrations default')`;
    expect(rows).toEqual([]);
  });

  it('moves for nobody who serves: no setting shifts it and nobody but its owner replaces it', async () => {
    const [row] = await world.client.$queryRaw<{ owner: string; may: boolean }[]>`
      select pg_get_userbyid(proowner) as owner,
        has_schema_privilege('parley_user', 'public', 'create') or has_schema_privilege('parley_identity', 'public', 'create') as may
      from pg_proc where proname = 'moment'`;
    expect(row?.owner).not.toMatch(/^parley_(user|identity|guard)$/);
    expect(row?.may).toBe(false);
  });
});

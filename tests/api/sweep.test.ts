import { sweep } from '@parley/api/identity/store';
import { asIdentity } from '@parley/db/as-user';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  await world.council('Thursday table', [ana]);
});
afterAll(() => world.close());

const run = (now: Date) => asIdentity(world.deps.client, (db) => sweep({ db, now }));
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

describe('the sweep', () => {
  it('leaves what is young', async () => {
    await run(new Date());
    expect(await world.client.receipt.count()).toBeGreaterThan(0);
    expect((await ana.post('identity.me', undefined)).status).toBe(200);
  });

  it('takes receipts of last week, ended sessions and old links', async () => {
    await world.client.receipt.updateMany({ data: { createdAt: daysAgo(7) } });
    await world.client.resetToken.create({ data: { hash: 'old', accountId: ana.id, expiresAt: daysAgo(9) } });
    await world.client.session.updateMany({ data: { expiresAt: daysAgo(1) } });
    await run(new Date());
    expect([
      await world.client.receipt.count(),
      await world.client.resetToken.count(),
      await world.client.session.count(),
    ]).toEqual([0, 0, 0]);
  });

  it('cannot take young receipts even when it asks for them: the wall decides', async () => {
    await world.client.receipt.create({ data: { accountId: ana.id, key: 'a-young-receipt-of-ana', path: 'x' } });
    const taken = await asIdentity(world.deps.client, (db) =>
      db.receipt.deleteMany({ where: { createdAt: { lte: daysAgo(-1) } } }),
    );
    expect(taken.count).toBe(0);
  });
});

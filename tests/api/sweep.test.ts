import { sweep } from '@parley/api/identity/store';
import { asIdentity } from '@parley/db/as-user';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  await world.council('Thursday table', [ana]);
});
afterAll(() => world.close());

const run = () => asIdentity(world.deps.client, (db, now) => sweep({ db, now }));

describe('the sweep', () => {
  it('leaves what is young', async () => {
    await run();
    expect(await world.client.receipt.count()).toBeGreaterThan(0);
    expect((await ana.post('identity.me', undefined)).status).toBe(200);
  });

  it('takes receipts of last week, ended sessions and old links', async () => {
    await world.client.receipt.updateMany({ data: { createdAt: inDays(-7) } });
    await world.client.resetToken.create({ data: { hash: 'old', accountId: ana.id, expiresAt: inDays(-9) } });
    await world.client.session.updateMany({ data: { expiresAt: inDays(-1) } });
    await run();
    expect([
      await world.client.receipt.count(),
      await world.client.resetToken.count(),
      await world.client.session.count(),
    ]).toEqual([0, 0, 0]);
  });

  it('cannot take young receipts even when it asks for them: the wall decides', async () => {
    await world.client.receipt.create({ data: { accountId: ana.id, key: 'a-young-receipt-of-ana', path: 'x' } });
    const taken = await asIdentity(world.deps.client, (db) =>
      db.receipt.deleteMany({ where: { createdAt: { lte: inDays(1) } } }),
    );
    expect(taken.count).toBe(0);
  });
});

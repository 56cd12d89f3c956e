import { createLimits } from '@parley/api/limit';
import { attemptHash } from '@parley/db/seal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const server = () => createLimits({ shared: { line: world.deps.line, hash: (key) => attemptHash(world.keys, key) } });
const refused = (attempt: Promise<void>) =>
  attempt.then(
    () => false,
    () => true,
  );

it('attempts of two servers count as one, are forgiven by both, and stand in the table under no name', async () => {
  const [one, other] = [server(), server()];
  for (let at = 0; at < 5; at++) {
    await one.count('signIn', '10.0.0.1', 'ana');
    await other.count('signIn', '10.0.0.1', 'ana');
  }
  await expect(one.count('signIn', '10.0.0.1', 'ana')).rejects.toThrow('Too many attempts. Try again in 15 minutes.');
  expect(await refused(other.count('signIn', '10.0.0.1', 'ana'))).toBe(true);
  await other.forgive('signIn', '10.0.0.1', 'ana');
  expect(await refused(one.count('signIn', '10.0.0.1', 'ana'))).toBe(false);
  const rows = await world.client.attempt.findMany();
  expect(rows.length).toBeGreaterThan(1);
  for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
});

it('calls of two servers are counted together once a second', async () => {
  const [one, other] = [server(), server()];
  for (let at = 0; at < 700; at++) {
    await one.count('call', '10.0.0.1', 'ben');
    await other.count('call', '10.0.0.1', 'ben');
  }
  await expect.poll(() => refused(one.count('call', '10.0.0.1', 'ben')), { timeout: 8_000, interval: 500 }).toBe(true);
  await expect.poll(() => refused(other.count('call', '10.0.0.1', 'ben')), { timeout: 8_000, interval: 500 }).toBe(true);
  expect(await refused(one.count('call', '10.0.0.1', 'cleo'))).toBe(false);
});

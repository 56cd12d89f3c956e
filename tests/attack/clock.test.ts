import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inDays } from '../support/clock.ts';
import { type House, startHouse } from '../support/house.ts';
import { createTable, seal, soon, type Table } from '../support/round-table.ts';
import { type Person, testPassword } from '../support/world.ts';
import { wrongClock } from '../support/wrong-clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-clock-'));
const clock = wrongClock(folder);
let table: Table;
let house: House;

beforeAll(async () => {
  table = await createTable();
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  writeFileSync(join(folder, 'data/master.key'), `${table.world.master.toString('hex')}\n`, { mode: 0o600 });
  house = await startHouse(join(folder, 'data'), { ...clock.environment, DATABASE_URL: table.world.url });
});
afterAll(async () => {
  house.process.kill('SIGTERM');
  await house.exited;
  await table.world.close();
  rmSync(folder, { recursive: true, force: true });
});

let presses = 0;

/** A call of somebody's, answered by the server whose clock is wrong. */
async function ask(person: Pick<Person, 'cookie'> | null, path: string, input?: unknown) {
  const answer = await fetch(`${house.url}/trpc/${path}`, {
    method: 'POST',
    body: input === undefined ? '' : JSON.stringify(input),
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-parley-key': `${presses++}`.padStart(32, '0'),
      cookie: person?.cookie() ?? '',
    },
  });
  return { status: answer.status, body: await answer.text(), date: Date.parse(answer.headers.get('date') ?? '') };
}

/** Who is asked again each second does what is due by then. */
const twoRounds = () => new Promise((done) => setTimeout(done, 2_500));
const opening = { company: 'Zyxwell', role: 'Engineer', alias: '', stage: 'lead', on: '2026-01-05' };

test('a server’s clock that jumps by hours, days and a year changes no stamp, no deadline, no share and no session', async () => {
  const { ana, ben, cara, dan, world } = table;
  const roundId = await table.opened([ben, cara], { deadlineAt: soon() });
  await seal(ben, roundId, 12_345_600);
  const { negotiationId } = await table.begin();
  await table.shareUntil(inDays(2).toISOString(), negotiationId, ben, cara);
  await world.client.share.updateMany({ where: { itemId: negotiationId, readerId: cara.id }, data: { expiresAt: inDays(-1) } });
  await world.client.session.updateMany({ where: { accountId: dan.id }, data: { expiresAt: inDays(-1) } });

  for (const hours of [9, -9, 72, -72, 9_600, -9_600, 0]) {
    clock.away(hours);
    await twoRounds();
    const by = `${hours} h`;
    const { date } = await ask(ana, 'identity.me');
    // the server does believe it
    expect(Math.abs(date - performance.timeOrigin - performance.now() - hours * 3_600_000), by).toBeLessThan(60_000);

    expect((await ask(ana, 'identity.me')).status, by).toBe(200);
    expect((await ask(dan, 'identity.me')).status, by).toBe(401);
    const round = await ask(cara, 'round.get', { roundId });
    expect([round.status, round.body], by).toEqual([200, expect.stringContaining('"state":"open"')]);
    expect(round.body, by).not.toContain('12345600');
    expect((await ask(ben, 'negotiation.get', { negotiationId })).status, by).toBe(200);
    expect((await ask(cara, 'negotiation.get', { negotiationId })).status, by).toBe(404);

    const made = await ask(ana, 'opportunity.create', opening);
    const id = /"opportunityId":"([0-9a-f-]{36})"/.exec(made.body)?.[1] ?? '';
    const entered = await ask(null, 'identity.signIn', { email: ben.email, password: testPassword });
    expect([made.status, entered.status], by).toEqual([200, 200]);
    const [stamps] = await world.client.$queryRaw<{ made: number; days: number }[]>`
      select extract(epoch from moment() - (select created_at from item where id = ${id}::uuid))::float8 as made,
        extract(epoch from (select max(expires_at) from session where account_id = ${ben.id}::uuid) - moment())::float8 / 86400 as days`;
    expect(stamps?.made, by).toBeGreaterThanOrEqual(0);
    expect(stamps?.made, by).toBeLessThan(60);
    // seven days unused, as the database counts them
    expect(stamps?.days, by).toBeGreaterThan(6.99);
    expect(stamps?.days, by).toBeLessThanOrEqual(7);
  }
  expect(house.output()).not.toContain('"level":50');
});

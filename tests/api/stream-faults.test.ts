import { createApp } from '@parley/api/app';
import { createStreams } from '@parley/api/streams';
import { createBell } from '@parley/db/bell';
import { createLine } from '@parley/db/line';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Follower, follow, followUrl } from '../support/follower.ts';
import { type Seats, seatCouncil, shareAll } from '../support/table.ts';
import type { Person } from '../support/world.ts';

let seats: Seats;
let missionId = '';
let open: Follower[] = [];

const listen = async (person: Person, ...input: [{ age: number; lastEventId?: string }?]) => {
  const follower = await follow(person, ...input);
  open.push(follower);
  return follower;
};
const say = (person: Person, text: string) =>
  person.api.thread.start.mutate({ itemId: missionId, blockId: 'statement', label: 'Statement', text, mentions: [] });
const talks = ({ news }: Follower) =>
  news.flatMap(({ changes }) => changes).filter(({ here }) => here.includes('thread.list')).length;
const seqOf = (id: string) => Number(id.split(':')[1]);

beforeAll(async () => {
  seats = await seatCouncil();
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'offer', on: '2026-05-01' } as const;
  const { opportunityId } = await seats.ana.api.opportunity.create.mutate(opening);
  ({ missionId } = await seats.ana.api.mission.create.mutate({ opportunityId }));
  await shareAll(seats, seats.ana, missionId);
}, 120_000);
afterEach(async () => {
  for (const follower of open) await follower.stop();
  open = [];
});
afterAll(() => seats.world.close());

describe('a stream goes on where it was', () => {
  it('misses nothing while many write at once and readers come and go', async () => {
    const { ana, ben, cara } = seats;
    const writers = 12;
    // fewer than a hundred in all: who is further behind than that is told that everything is stale instead
    const rounds = 8;
    const seen = new Map<number, number[]>();
    const { last } = await listen(ben);
    const begin = last();

    /** Reads a little, leaves, and comes back from the last message it had, until all was written and read. */
    async function comeAndGo(reader: number, isDone: () => boolean): Promise<void> {
      const heard: number[] = [];
      let place = begin;
      for (let quiet = 0; quiet < 2; ) {
        const follower = await follow(ben.twin(), { age: 0, lastEventId: place });
        await Promise.race([follower.until((one) => talks(one) >= reader), new Promise((go) => setTimeout(go, 800))]);
        heard.push(talks(follower));
        quiet = isDone() && talks(follower) === 0 ? quiet + 1 : 0;
        place = follower.last() || place;
        await follower.stop();
      }
      seen.set(reader, heard);
    }

    let done = false;
    const reading = [1, 2, 3, 4].map((reader) => comeAndGo(reader, () => done));
    const people = [ana, ben, cara];
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let at = 0; at < rounds; at += 1) await say(people[writer % 3]?.twin() ?? ana, `${writer} ${at}`);
      }),
    );
    done = true;
    await Promise.all(reading);
    const totals = [...seen.values()].map((heard) => heard.reduce((sum, count) => sum + count, 0));
    process.stdout.write(`events written ${writers * rounds}, read by each of four readers: ${totals.join(', ')}\n`);
    expect(totals).toEqual([96, 96, 96, 96]);
  });

  it('numbers them without a gap, in the order in which they are there', async () => {
    const rows = await seats.world.client.$queryRaw<{ seq: bigint }[]>`
      select seq from event where account_id = ${seats.ben.id}::uuid order by seq`;
    const [inbox] = await seats.world.client.$queryRaw<
      { seq: bigint }[]
    >`select seq from inbox where account_id = ${seats.ben.id}::uuid`;
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: Number(inbox?.seq) }, (_, at) => at + 1));
  });

  it('from so many seconds ago at the first time, so that nothing falls between a page and its stream', async () => {
    await say(seats.cara, 'Just before');
    const toBen = await listen(seats.ben, { age: 30 });
    await toBen.until((one) => talks(one) > 0 || one.news.some(({ everything }) => everything));
    expect((await listen(seats.ben, { age: 86_400 })).news[0]?.everything).toBe(true);
  });

  it('a made-up place, another person’s, one to come, or one that was swept: all may be stale, and nothing of others', async () => {
    const { ben, ana, world } = seats;
    const foreign = (await listen(ana)).last();
    const places = [
      'x',
      '7',
      `${ben.id}`,
      `${ben.id}:-1`,
      `${ben.id}:999999999`,
      `${ben.id}:1:2`,
      `${ben.id}:${'9'.repeat(40)}`,
      foreign,
    ];
    for (const lastEventId of places) {
      const toBen = await follow(ben, { age: 0, lastEventId });
      expect(toBen.news[0], lastEventId).toMatchObject({ everything: true, changes: [] });
      expect(toBen.last().startsWith(ben.id)).toBe(true);
      await toBen.stop();
    }
    expect((await follow(ben, { age: 0, lastEventId: 'x'.repeat(101) })).ended()).toBe('BAD_REQUEST');
    const place = (await listen(ben)).last();
    await say(ana, 'Before the sweep');
    await world.client.$executeRaw`update event set at = at - interval '2 days'`;
    await world.tick();
    expect(await world.client.$queryRaw`select count(*)::int as left from event`).toEqual([{ left: 0 }]);
    expect((await listen(ben, { age: 0, lastEventId: place })).news[0]?.everything).toBe(true);
    const now = (await listen(ben)).last();
    expect((await listen(ben, { age: 0, lastEventId: now })).news[0]?.everything).toBe(false);
  });
});

describe('who may follow', () => {
  it('nobody without a session, or with one that has run out', async () => {
    expect((await follow(seats.world.anonymous())).ended()).toBe('UNAUTHORIZED');
    const eve = await seats.world.person('Eve');
    await seats.world.client
      .$executeRaw`update session set expires_at = moment() - interval '1 second' where account_id = ${eve.id}::uuid`;
    expect((await follow(eve)).ended()).toBe('UNAUTHORIZED');
  });

  it('eight at a time; the ninth is refused until one has gone', async () => {
    const eve = await seats.world.person('Eve');
    const all = [];
    for (let at = 0; at < 8; at += 1) all.push(await listen(eve));
    expect((await follow(eve)).ended()).toBe('TOO_MANY_REQUESTS');
    expect((await listen(seats.ana)).ended()).toBeNull();
    await all[0]?.stop();
    await expect.poll(async () => (await listen(eve)).ended()).toBeNull();
  });

  it('from a page of this site alone, by GET alone, and nothing else by GET', async () => {
    const { app } = seats.world;
    const cookie = seats.ana.cookie();
    const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
      app.request(path, { method, headers: { cookie, accept: 'text/event-stream', ...headers } });
    const url = followUrl({ age: 0 });
    expect((await ask(url, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(url, { origin: 'https://evil.example', host: 'parley.example' })).status).toBe(403);
    expect((await ask(url, {})).status).toBe(403);
    const own = { 'sec-fetch-site': 'same-origin' };
    expect((await ask(url, { ...own, accept: '*/*' })).status).toBe(405);
    expect((await ask(url, { ...own, 'content-type': 'application/json' }, 'POST')).status).toBe(405);
    expect((await ask('/trpc/today.page', own)).status).toBe(405);
    expect((await ask(`/trpc/stream.follow,today.page?batch=1&input=${encodeURIComponent('{}')}`, own)).status).toBe(405);
  });
});

describe('what goes wrong', () => {
  /** Another server on the same database, with its own listening connection. */
  function anotherServer(limits: Parameters<typeof createStreams>[1] = {}) {
    const { deps, adminUrl } = seats.world;
    const bell = createBell(adminUrl, () => {}, 200);
    const line = createLine(adminUrl, { max: 2 });
    const streams = createStreams(bell, limits);
    const app = createApp({ ...deps, line, streams, sourceOf: () => '192.0.2.2' });
    const close = async () => void (await Promise.all([bell.close(), line.close()]));
    return { app, streams, close };
  }

  it('two servers are one: what is done on the one is told by the other', async () => {
    const other = anotherServer();
    const toBen = await listen(seats.ben.twin(other.app));
    await say(seats.ana, 'From the first server');
    await toBen.until((one) => talks(one) === 1);
    await toBen.stop();
    await other.close();
  });

  it('the listening connection is killed: it listens anew, and what was written meanwhile is told', async () => {
    const toBen = await listen(seats.ben);
    await say(seats.ana, 'Before');
    await toBen.until((one) => talks(one) === 1);
    const admin = new pg.Client({ connectionString: seats.world.adminUrl });
    await admin.connect();
    const kill = () =>
      admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley bell' and datname = current_database()",
      );
    expect((await kill()).rowCount).toBe(1);
    for (let at = 0; at < 5; at += 1) await say(seats.cara, `Meanwhile ${at}`);
    await toBen.until((one) => talks(one) === 6);
    await admin.end();
    expect(toBen.ended()).toBeNull();
  });

  it('a reader that does not read is cut off, keeps nobody’s place, and finds all of it when it comes back', async () => {
    const other = anotherServer({ patience: 300, perPerson: 1 });
    const slow = seats.ben.twin(other.app);
    const response = await slow.fetch(followUrl({ age: 0 }), { headers: { accept: 'text/event-stream' } });
    const place = (await listen(seats.ben)).last();
    await expect.poll(other.streams.count).toBe(1);
    // several may go in one message: as many as it takes until nothing more fits between the two
    let said = 0;
    for (; said < 60 && other.streams.count() > 0; said += 1) {
      await say(seats.ana, `Unread ${said}`);
      await new Promise((done) => setTimeout(done, 60));
    }
    expect(other.streams.count()).toBe(0);
    await expect(response.text()).rejects.toThrow();
    const back = await follow(slow, { age: 0, lastEventId: place });
    await back.until((one) => talks(one) === said);
    expect(back.ended()).toBeNull();
    await back.stop();
    await other.close();
  });

  it('a place is less than the number in it only by what nobody may see', async () => {
    const toBen = await listen(seats.ben);
    await say(seats.ana, 'One');
    await toBen.until((one) => talks(one) === 1);
    const [inbox] = await seats.world.client.$queryRaw<
      { seq: bigint }[]
    >`select seq from inbox where account_id = ${seats.ben.id}::uuid`;
    expect(seqOf(toBen.last())).toBe(Number(inbox?.seq));
  });
});

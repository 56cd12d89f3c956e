import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeLevels } from '@parley/domain/item/levels';
import { freePort } from '../support/free-port.ts';
import { createVisitor } from '../support/house.ts';
import { cpuOf } from './cpu.ts';
import { startServer } from './server.ts';

// npx tsx tests/bench/stream.ts [streams] [rounds of revoking]: after `npm run build`. Linux only.
const wanted = Number(process.argv[2] ?? 500);
const rounds = Number(process.argv[3] ?? 100);
const posts = 200;
const seatsEach = 8;
// one window a person, as long as a machine can sign so many people up in a reasonable time
const councils = Math.min(16, Math.ceil(wanted / seatsEach));
const streamsEach = Math.ceil(wanted / (councils * seatsEach));
const data = mkdtempSync(join(tmpdir(), 'parley-stream-'));
const server = await startServer(await freePort(), data);
const roots = [server.pid, Number(readFileSync(join(data, 'db/postmaster.pid'), 'utf8').split('\n')[0])];
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
const at = (values: number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

type Visitor = { ask: ReturnType<typeof createVisitor>; email: string; cookie: () => string };
type Told = { count: number; lastAt: number; about: (id: string) => number; arrived: () => Promise<void>; close: () => void };
type Table = { people: Visitor[]; councilId: string; missionId: string; threadId: string; shareId: string };

async function call(who: Visitor, path: string, input: unknown): Promise<Record<string, string>> {
  const { status, body } = await who.ask(server, path, input);
  if (status !== 200) throw new Error(`${path}: ${status} ${body}`);
  return JSON.parse(body).result.data;
}

async function enter(at: number): Promise<Visitor> {
  const email = `person.${at}@example.org`;
  const password = 'a long enough password';
  let cookie = '';
  const ask = createVisitor((kept) => {
    cookie = kept;
  });
  const who = { ask, email, cookie: () => cookie };
  const place = { timeZone: 'Europe/Vienna', locale: 'en-GB', currency: 'EUR' };
  await call(who, 'identity.signUp', { email, password, displayName: `Person ${at}`, ...place });
  await call(who, 'identity.signIn', { email, password });
  return who;
}

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

/** A council of eight, the first of whom shares a mission with it. */
async function seat(number: number): Promise<Table> {
  const people: Visitor[] = [];
  for (let index = 0; index < seatsEach; index += 1) people.push(await enter(number * seatsEach + index));
  const [owner, ...others] = people;
  if (!owner) throw new Error('Nobody is here.');
  const { councilId = '' } = await call(owner, 'council.create', { name: 'Table', purpose: '', cadence, charter: 'We keep it.' });
  for (const other of others) {
    const { link } = await call(owner, 'invitation.create', { councilId, email: other.email });
    await call(other, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  }
  const opening = { company: 'Acme', role: 'Engineer', alias: '', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(owner, 'opportunity.create', opening);
  const { missionId = '' } = await call(owner, 'mission.create', { opportunityId });
  const shareId = await share(owner, missionId, councilId);
  const opened = { itemId: missionId, blockId: 'statement', label: 'Statement', text: 'A sentence.', mentions: [] };
  const { threadId = '' } = await call(owner, 'thread.start', opened);
  return { people, councilId, missionId, threadId, shareId };
}

async function share(owner: Visitor, itemId: string, councilId: string): Promise<string> {
  const levels = wholeLevels('hidden');
  const { shareId = '' } = await call(owner, 'share.set', { itemId, councilId, readerId: null, levels, expiresAt: null });
  return shareId;
}

const say = (who: Visitor, { threadId }: Table) => call(who, 'comment.add', { threadId, text: 'A sentence.', mentions: [] });

/** One stream; counts the changes that it tells of conversations, and notes when. */
function follow(who: Visitor): Promise<Told> {
  const url = `${server.url}/trpc/stream.follow?input=${encodeURIComponent('{"age":0}')}`;
  const headers = { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin', cookie: who.cookie() };
  return new Promise((done, failed) => {
    const times = new Map<string, number>();
    let wake = () => {};
    const told: Told = {
      count: 0,
      lastAt: 0,
      about: (id) => times.get(id) ?? 0,
      arrived: () => new Promise((come) => (wake = come)),
      close: () => sent.destroy(),
    };
    const hear = (line: string) => {
      for (const { ids, here } of JSON.parse(line).changes) {
        for (const id of ids) times.set(id, performance.now());
        if (!here.includes('thread.list')) continue;
        told.count += 1;
        told.lastAt = performance.now();
      }
      wake();
    };
    const read = (answer: IncomingMessage) => {
      let rest = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = `${rest}${chunk}`.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line.startsWith('data: {"everything"')) hear(line.slice(6));
          if (line.startsWith('event: serialized-error')) failed(new Error(chunk));
        }
        done(told);
      });
      answer.on('error', () => {});
    };
    const sent = get(url, { agent, headers }, read);
    sent.on('error', failed);
  });
}

async function latency(poster: Visitor, table: Table, reader: Told): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < posts; index += 1) {
    const came = reader.arrived();
    const began = performance.now();
    await Promise.all([say(poster, table), came]);
    times.push(reader.lastAt - began);
  }
  return times;
}

/** From the answer to a revoking until the last message about the item, while its owner goes on writing. */
async function revoke(table: Table, owner: Visitor, reader: Told): Promise<number[]> {
  const late: number[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const shareId = index === 0 ? table.shareId : await share(owner, table.missionId, table.councilId);
    let over = false;
    const writing = (async () => {
      while (!over) await say(owner, table);
    })();
    await pause(40);
    await call(owner, 'share.revoke', { shareId });
    const revoked = performance.now();
    await pause(250);
    over = true;
    await writing;
    late.push(Math.max(0, reader.about(table.missionId) - revoked));
  }
  return late;
}

try {
  const tables: Table[] = [];
  for (let index = 0; index < councils; index += 1) tables.push(await seat(index));
  const streams: { table: Table; told: Told }[] = [];
  for (const table of tables)
    for (const who of table.people)
      for (let index = 0; index < streamsEach && streams.length < wanted; index += 1)
        streams.push({ table, told: await follow(who) });
  console.log(`${streams.length} streams of ${tables.length * seatsEach} people in ${tables.length} councils`);

  await pause(3_000);
  const before = cpuOf(roots);
  await pause(30_000);
  console.log(`idle: ${(((cpuOf(roots) - before) / 30) * 100).toFixed(1)} % of a core`);

  const [first] = tables;
  const [owner, poster] = first?.people ?? [];
  const reader = streams[0]?.told;
  if (!first || !owner || !poster || !reader) throw new Error('Nobody is here.');
  const times = await latency(poster, first, reader);
  console.log(`post to another's screen: p50 ${at(times, 0.5).toFixed(1)} · p99 ${at(times, 0.99).toFixed(1)} ms of ${posts}`);

  await pause(1_000);
  const counts = new Map(streams.map(({ told }) => [told, told.count]));
  await Promise.all(
    tables.map(async (table) => {
      for (let index = 0; index < 10; index += 1) await say(table.people[index % seatsEach] ?? owner, table);
    }),
  );
  await pause(5_000);
  const missed = streams.filter(({ told }) => told.count - (counts.get(told) ?? 0) !== 10).length;
  console.log(
    `${tables.length * 10} posts by ${tables.length} people at once, ${streams.length * 10} messages due: ${missed} streams missed one`,
  );

  // the first ones are the owner's own
  const late = await revoke(first, owner, streams[streamsEach]?.told ?? reader);
  if (rounds > 0)
    console.log(
      `revoke to last message, ${rounds} rounds: p50 ${at(late, 0.5).toFixed(1)} · max ${Math.max(...late).toFixed(1)} ms`,
    );
  for (const { told } of streams) told.close();
} finally {
  agent.destroy();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}

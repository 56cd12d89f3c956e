import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runningUrl } from '@parley/db/embedded';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createVisitor, type House, signedUp, startHouse } from '../support/house.ts';
import { keep } from '../support/keeper.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'parley-operation-'));
let house: House | null = null;

afterEach(async () => {
  house?.process.kill('SIGTERM');
  await house?.exited;
  house = null;
});
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('figures and the log say what was asked and how it ended, and nothing of a person; the doctor finds the house well', async () => {
  const data = join(folder, 'data');
  house = await startHouse(data, { PARLEY_METRICS_PORT: '0', LOG_LEVEL: 'info' });
  const ask = await signedUp(house, 'ana.canary@example.org');
  const { id } = JSON.parse((await ask(house, 'identity.me')).body).result.data;
  await ask(house, `trpc-${id}`);
  const found = await fetch(`${house.url}/trpc/council.list?input=ana.canary`);
  const request = found.headers.get('x-request-id');
  expect(request).toMatch(/^[0-9a-f]{16}$/);
  const serving = house;
  const lines = () => serving.output().split('\n');
  await expect.poll(() => lines().filter((line) => line.includes(`"request":"${request}"`)).length).toBe(1);

  // every try to get in, by its way and how it ended, and not whose it was
  const wrong = { email: 'ana.canary@example.org', password: 'not hers at all' };
  await createVisitor()(house, 'identity.signIn', wrong);
  await ask(house, 'identity.signOut');
  const ways = () =>
    lines().flatMap((line) => {
      const way = /"path":"\/trpc\/(identity\.sign\w+)","status":(\d+)(?:,"session":"(\w+)")?/.exec(line);
      return way ? [way.slice(1).join(' ').trim()] : [];
    });
  const wanted = ['identity.signUp 200', 'identity.signIn 200 begun', 'identity.signIn 400', 'identity.signOut 200 ended'];
  await expect.poll(ways).toEqual(wanted);

  const metrics = /Metrics: (\S+)/.exec(house.output())?.[1] ?? '';
  const figures = await (await fetch(metrics)).text();
  expect(figures).toContain('parley_request_seconds_count{path="identity.signIn",status="2xx"} 1');
  expect(figures).toContain('parley_request_seconds_count{path="identity.signIn",status="4xx"} 1');
  expect(figures).toContain('parley_request_seconds_count{path="council.list",status="4xx"} 1');
  expect(figures).toMatch(/^process_resident_memory_bytes \d+/m);
  for (const told of [figures, house.output()]) {
    expect(told).not.toContain('canary');
    expect(told).not.toContain(id);
  }
  expect((await fetch(metrics.replace('/metrics', '/'))).status).toBe(404);

  const first = await keep(data, ['doctor']);
  expect(first.code).toBe(1);
  expect(first.out.match(/^LOOK .*/gm)).toEqual([expect.stringContaining('Recovery code')]);
  await keep(data, ['recovery-code']);
  const second = await keep(data, ['doctor']);
  expect([second.code, second.err]).toEqual([0, '']);
  expect(second.out).toMatch(/^well {2}Servers\s+\S+ \(\d+\.\d+\.\d+\)$/m);
  expect(second.out).toMatch(/^well {2}In seven days /m);
  // who runs the server reads the same in the product
  const runs = await signedUp(house, 'opal@example.org');
  expect((await runs(house, 'operator.status')).status).toBe(403);
  expect((await keep(data, ['operator', 'opal@example.org'])).code).toBe(0);
  const { findings } = JSON.parse((await runs(house, 'operator.status')).body).result.data;
  const titles = second.out
    .trim()
    .split('\n')
    .map((line) => line.slice(6, 22).trim());
  expect(findings.map(({ what }: { what: string }) => what)).toEqual(titles);
  expect(findings.every(({ well }: { well: boolean }) => well)).toBe(true);
  expect((await keep(join(folder, 'nowhere'), ['doctor'])).err).toContain('There is no database of Parley in');
});

test('a statement that was slow is in the doctor’s history by its name, with nothing of who asked', async () => {
  const data = join(folder, 'slow');
  house = await startHouse(data);
  const ask = await signedUp(house, 'ana.canary@example.org');
  const opening = { company: 'Canary & Sons', role: 'Engineer', alias: '', stage: 'lead', on: '2026-01-05' };
  const other = new pg.Client({ connectionString: runningUrl(data) ?? '' });
  await other.connect();
  for (let turn = 0; turn < 2; turn++) {
    await other.query('begin; lock table opportunity in access exclusive mode');
    const asked = ask(house, 'opportunity.create', opening);
    await pause(700);
    await other.query('commit');
    expect((await asked).status).toBe(200);
  }
  await other.end();
  let said: RegExpExecArray | null = null;
  const look = async () => {
    const { out } = await keep(data, ['doctor']);
    expect(out).not.toMatch(/canary/i);
    said = /^well {2}In seven days +.*opportunity[^;]* (\d+) × \([^)]+\), \d+ ms each, (\d+) ms at worst/m.exec(out);
    return said;
  };
  // told every ten seconds
  await expect.poll(look, { timeout: 90_000, interval: 3_000 }).not.toBeNull();
  const [, times, worst] = said ?? [];
  expect(Number(times)).toBeGreaterThanOrEqual(2);
  expect(Number(worst)).toBeGreaterThanOrEqual(400);
});

/** The steps of the image, with those that only lay out its folders and accounts left out. */
const steps = read('deploy/Containerfile')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const run = steps.flatMap((line) => (line.startsWith('RUN ') && !line.includes('install -d') ? [line.slice(4)] : []));
const command = JSON.parse(steps.find((line) => line.startsWith('CMD '))?.slice(4) ?? '[]');
const health = steps.find((line) => line.startsWith('HEALTHCHECK '))?.replace(/^.*? CMD /, '') ?? '';

test('the steps of the image build and start Parley from the files alone; the unit starts the same', {
  timeout: 600_000,
}, async () => {
  expect(read('deploy/parley.service')).toContain(`ExecStart=/usr/bin/env ${command.join(' ')}\n`);
  const image = join(root, 'node_modules/.parley-image');
  rmSync(image, { recursive: true, force: true });
  try {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root }).toString().split('\0').filter(Boolean);
    for (const file of files) {
      mkdirSync(dirname(join(image, file)), { recursive: true });
      cpSync(join(root, file), join(image, file));
    }
    // what `npm ci` fetches is there already: linked, so that it takes no room
    const skip = ['.parley-image', '.parley-build', '.parley-generate', '.vite', '.cache']
      .map((name) => `! -name ${name}`)
      .join(' ');
    for (const place of ['.', 'apps/web'])
      execFileSync(
        'bash',
        [
          '-c',
          `mkdir -p ${image}/${place}/node_modules && find ${place}/node_modules -mindepth 1 -maxdepth 1 ${skip} -exec cp -al {} ${image}/${place}/node_modules/ \\;`,
        ],
        { cwd: root },
      );
    const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', PARLEY_DATA: join(folder, 'image') };
    expect(run).toEqual(['node scripts/build.mjs']);
    for (const step of run) execFileSync('bash', ['-c', step], { cwd: image, env, stdio: 'pipe' });
    const child = spawn(command[0], command.slice(1), { cwd: image, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = new Promise<number | null>((done) => child.once('exit', done));
    const port = await new Promise<string>((done) => {
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const found = /Parley is ready: http:\/\/localhost:(\d+)/.exec(output)?.[1];
        if (found) done(found);
      });
    });
    execFileSync('bash', ['-c', health], { env: { ...env, PORT: port } });
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
  } finally {
    rmSync(image, { recursive: true, force: true });
  }
});

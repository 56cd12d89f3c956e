import { createClient } from '@parley/db/client';
import { createLine } from '@parley/db/line';
import { statement, text } from '@parley/db/statement';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createWorld, type World } from '../../../tests/support/world.ts';
import { readSettings, type Settings } from './env.ts';
import { createReporter } from './fault.ts';
import { statementLog } from './statement-log.ts';

const served = readSettings({ PARLEY_LOG_SQL: '1' });
const developed = readSettings({ PARLEY_LOG_SQL: '1', PARLEY_DEVELOPMENT: 'http://localhost:3000' });

/** A log and the lines that it has written. */
function listeningLog() {
  const lines: string[] = [];
  return { lines, log: pino({ base: null }, { write: (line: string) => void lines.push(line) }) };
}

/** What goes straight to the terminal meanwhile. */
async function atTerminal(stream: 'stdout' | 'stderr', work: () => unknown): Promise<string> {
  const said: string[] = [];
  const spy = vi.spyOn(process[stream], 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0);
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return said.join('');
}

let world: World;
beforeAll(async () => {
  world = await createWorld({ explain: (error) => `in full: ${error instanceof Error ? error.message : ''}` });
});
afterAll(() => world.close());

const greet = statement({ name: 'greet', text: 'select $1::text as word', takes: [text], gives: { word: text } });

/** Asks the database something by both ways to it, with a value that must not be seen everywhere. */
async function ask(settings: Settings, log: ReturnType<typeof listeningLog>['log']): Promise<void> {
  const onStatement = statementLog(log, settings);
  const client = createClient(world.adminUrl, { max: 1, onStatement });
  const line = createLine(world.adminUrl, { max: 1, onStatement });
  await client.account.count({ where: { emailHash: 'a value by Prisma' } });
  await line.ask({ greeting: greet('a value by the line') });
  await Promise.all([client.$disconnect(), line.close()]);
}

describe('PARLEY_LOG_SQL', () => {
  it('tells statements where people are served, and never their values', async () => {
    const { lines, log } = listeningLog();
    expect(await atTerminal('stdout', () => ask(served, log))).toBe('');
    expect(lines.join('')).toContain('email_hash');
    expect(lines.join('')).toContain('select $1::text as word');
    expect(lines.join('')).not.toContain('a value');
  });

  it('tells their values too in development', async () => {
    const { lines, log } = listeningLog();
    const said = await atTerminal('stdout', () => ask(developed, log));
    expect(said).toContain('select $1::text as word\n     ["a value by the line"]');
    expect(said).toContain('a value by Prisma');
    expect(lines).toEqual([]);
  });

  it('tells nothing unless it is asked for', () => {
    expect(statementLog(listeningLog().log, readSettings({}))).toBeUndefined();
  });
});

const fault = new Error('Ana wrote 95000', { cause: new Error('and Ben read it') });

describe('a fault', () => {
  it('says where it happened where people are served, and keeps its words', async () => {
    const { lines, log } = listeningLog();
    const { report, explain } = createReporter(log, false);
    expect(await atTerminal('stderr', () => report({ id: 'f1', path: 'round.seal', error: fault }))).toBe('');
    expect(lines.join('')).toMatch(/"fault":"f1".*"path":"round.seal".*fault\.test\.ts/);
    expect(lines.join('')).not.toMatch(/95000|Ben read/);
    expect(explain).toBeUndefined();
  });

  it('says its words, its stack and its cause in development', async () => {
    const { report } = createReporter(listeningLog().log, true);
    const said = await atTerminal('stderr', () => report({ id: 'f1', path: 'round.seal', error: fault }));
    expect(said).toMatch(
      /Fault f1 in round\.seal\nError: Ana wrote 95000\n +at .*fault\.test\.ts[\s\S]*caused by Error: and Ben read it/,
    );
  });

  it('stands in the answer in development only', async () => {
    const ana = await world.person('Ana');
    await world.client.$executeRaw`alter table gratitude rename to gone`;
    const answer = await ana.post('gratitude.get', undefined);
    expect(answer.status).toBe(500);
    expect(answer.body).toMatch(/"fault":"in full: .*gratitude/s);
    const plain = await createWorld();
    const ben = await plain.person('Ben');
    await plain.client.$executeRaw`alter table gratitude rename to gone`;
    expect((await ben.post('gratitude.get', undefined)).body).not.toContain('fault');
    await plain.close();
  });
});

describe('development', () => {
  it('is for this machine alone', () => {
    const environment = { PARLEY_DEVELOPMENT: 'http://localhost:3000', HOST: '0.0.0.0' };
    expect(() => readSettings(environment)).toThrow('HOST 127.0.0.1 alone');
    expect(() => readSettings({ PARLEY_DEVELOPMENT: 'http://parley.example' })).toThrow('PARLEY_DEVELOPMENT');
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../apps/server/dist/main.js');

/** A real server, built as it ships, in a process of its own. */
export type House = { url: string; process: ChildProcess; exited: Promise<number | null>; output: () => string };

/** What a start that did not come to listening said, with its exit code. */
export class DidNotStart extends Error {
  readonly code: number | null;
  constructor(code: number | null, output: string) {
    super(output);
    this.code = code;
  }
}

/** Begins a start of the built server; `ready` is its address, once it says so. */
export function beginHouse(
  folder: string,
  environment: Record<string, string> = {},
): Omit<House, 'url'> & { ready: Promise<string> } {
  const env = { ...process.env, PORT: '0', PARLEY_DATA: folder, LOG_LEVEL: 'warn', PARLEY_LIMITS_SCALE: '1000', ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const ready = new Promise<string>((done, failed) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Parley is ready: (\S+)/.exec(output)?.[1];
      if (address) done(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => failed(new DidNotStart(code, output)));
  });
  return { process: child, exited, output: () => output, ready };
}

/** Starts the built server on a data folder and waits until it says where it is. */
export async function startHouse(folder: string, environment: Record<string, string> = {}): Promise<House> {
  const { ready, ...begun } = beginHouse(folder, environment);
  return { ...begun, url: await ready };
}

/** The process of the PostgreSQL that serves a data folder. */
export const databasePid = (folder: string) => Number(readFileSync(join(folder, 'db/postmaster.pid'), 'utf8').split('\n')[0]);

export type Answer = { status: number; body: string };

/** Somebody with a cookie, over real HTTP. */
export function createVisitor(onCookie: (cookie: string) => void = () => {}) {
  let cookie = '';
  return async (house: Pick<House, 'url'>, path: string, input?: unknown): Promise<Answer> => {
    const response = await fetch(`${house.url}/trpc/${path}`, {
      method: 'POST',
      body: input === undefined ? '' : JSON.stringify(input),
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-parley-key': randomBytes(16).toString('hex'),
        cookie,
      },
    });
    for (const line of response.headers.getSetCookie()) cookie = line.split(';', 1).join('');
    onCookie(cookie);
    return { status: response.status, body: await response.text() };
  };
}

const password = 'a long enough password';

/** Signs up and in, and returns the person's way of asking. */
export async function signedUp(house: House, email: string, onCookie: (cookie: string) => void = () => {}) {
  const ask = createVisitor(onCookie);
  const profile = { displayName: 'Ana', timeZone: 'Europe/Vienna', locale: 'en-GB', currency: 'EUR' };
  await ask(house, 'identity.signUp', { email, password, ...profile });
  const signedIn = await ask(house, 'identity.signIn', { email, password });
  if (signedIn.status !== 200) throw new Error(`Signing in answered ${signedIn.status}: ${signedIn.body}`);
  return ask;
}

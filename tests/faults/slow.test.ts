import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, signedUp, startHouse } from '../support/house.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-slow-'));
const held: Socket[] = [];
let house: House;
const cookies = { ana: '', ben: '' };

beforeAll(async () => {
  house = await startHouse(folder);
  for (const name of ['ana', 'ben'] as const)
    await signedUp(house, `${name}@example.org`, (given) => {
      cookies[name] = given;
    });
});
afterAll(async () => {
  for (const socket of held) socket.destroy();
  house.process.kill('SIGTERM');
  expect(await house.exited).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

/** A connection that says this much and stays; who does not read lets nothing through. */
function hold(words: string, reads = true): Promise<Socket> {
  const { hostname, port } = new URL(house.url);
  const socket = connect(Number(port), hostname);
  held.push(socket);
  socket.on('error', () => undefined);
  if (!reads) socket.pause();
  return new Promise((done) => socket.once('connect', () => socket.write(words, () => done(socket))));
}

const call = (path: string, length: number) =>
  `POST /trpc/${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n` +
  `Cookie: ${cookies.ana}\r\nContent-Length: ${length}\r\n\r\n`;

/** One call of a bystander, on a connection of its own; its status. */
const ask = () =>
  new Promise<number | undefined>((done, failed) => {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: cookies.ben };
    const call = request(`${house.url}/trpc/opportunity.list`, { method: 'POST', agent: false, headers }, (answer) => {
      answer.resume().once('end', () => done(answer.statusCode));
    });
    call.once('error', failed).end();
  });

const kinds: [string, () => Promise<Socket>][] = [
  ['headers that do not end', () => hold('POST /trpc/opportunity.list HTTP/1.1\r\nHost: localhost\r\nX-Half: ')],
  ['bodies that do not end, of one account', () => hold(`${call('opportunity.list', 40)}{"half":`)],
  ['readers that do not read', () => hold(call('opportunity.list', 0).repeat(50), false)],
];

test.each(kinds)('forty %s refuse nobody else', async (_, open) => {
  await Promise.all(Array.from({ length: 40 }, open));
  const answers = await Promise.all(Array.from({ length: 20 }, ask));
  expect(new Set(answers)).toEqual(new Set([200]));
});

test('who has not said their headers after ten seconds is let go', async () => {
  const socket = await hold('POST /trpc/opportunity.list HTTP/1.1\r\nHost: localhost\r\n');
  const said: string[] = [];
  socket.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await new Promise<void>((done) => socket.once('close', () => done()));
  expect(said.join('')).toMatch(/^HTTP\/1\.1 408 /);
});

import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Front } from './calls.ts';
import { ownHeaders, type Reply, type Sending } from './wire.ts';

type Bomb = { address?: string; more?: Record<string, string> } & Omit<Sending, 'headers'>;

const list = '/trpc/opportunity.list';
const create = '/trpc/opportunity.create';
const deep = (many: number) => `{"a":${'['.repeat(many)}${']'.repeat(many)}}`;

/** What is too large, too deep, too many, or not what it says. */
const bombs: Record<string, Bomb> = {
  'a byte too many': { address: create, body: `"${'x'.repeat(64 * 1024 - 1)}"` },
  'ten megabytes': { address: create, body: 'x'.repeat(10_000_000) },
  'ten megabytes in pieces': { address: create, body: 'x'.repeat(10_000_000), more: { 'transfer-encoding': 'chunked' } },
  'thirty thousand arrays deep': { address: create, body: deep(30_000) },
  'sixty kilobytes of keys': { address: create, body: `{${Array.from({ length: 6_000 }, (_, at) => `"k${at}":1`).join(',')}}` },
  'one key six thousand times': { address: create, body: `{${Array.from({ length: 6_000 }, () => '"k":1').join(',')}}` },
  'zipped, a thousand times as much': {
    address: create,
    body: gzipSync(Buffer.alloc(60_000_000)),
    more: { 'content-encoding': 'gzip' },
  },
  'eleven calls at once': {
    address: `/trpc/${Array.from({ length: 11 }, () => 'opportunity.list').join(',')}?batch=1`,
    body: '{}',
  },
  'a thousand calls at once': {
    address: `/trpc/${Array.from({ length: 600 }, () => 'identity.me').join(',')}?batch=1`,
    body: '{}',
  },
  'a batch that is no batch': { address: `${list}?batch=1`, body: '[[[]]]' },
  'a batch of prototypes': { address: '/trpc/__proto__,constructor?batch=1', body: '{"0":{},"__proto__":{}}' },
  'a procedure of every object': { address: '/trpc/constructor', body: '{}' },
  'a router': { address: '/trpc/opportunity', body: '{}' },
  'a step up': { address: '/trpc/../health', body: '{}' },
  'a step up in disguise': { address: '/trpc/%2e%2e%2fhealth', body: '{}' },
  'a half escape': { address: '/trpc/%E0%A4%A', body: '{}' },
  'a null byte': { address: '/trpc/opportunity.list%00', body: '{}' },
  'a long address': { address: `/trpc/${'a'.repeat(12_000)}`, body: '{}' },
  'a long key': { more: { 'x-parley-key': 'k'.repeat(4_000) } },
  'a key of every object': { address: create, body: '{}', more: { 'x-parley-key': '__proto__________' } },
  'a key with a quote': { address: create, body: '{}', more: { 'x-parley-key': "'; drop table account; --" } },
  'two hundred headers': { more: Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`x-h${at}`, 'v'.repeat(40)])) },
  'another method by a header': { address: create, body: '{}', more: { 'x-http-method-override': 'DELETE' } },
  'another host': { more: { host: 'evil.example', origin: 'http://evil.example' } },
  'another sender': { more: { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1', 'x-real-ip': '::1' } },
  'a type with a charset that is none': {
    address: create,
    body: '{}',
    more: { 'content-type': 'application/json; charset=utf-7' },
  },
  'the mark of another encoding': { address: create, body: Buffer.from('\ufeff{}', 'utf16le') },
  'bytes that are no text': { address: create, body: Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x00]) },
  'a file without its offer': {
    address: '/trpc/attachment.keep',
    body: Buffer.alloc(1000),
    more: { 'content-type': 'application/octet-stream' },
  },
  'a file of six megabytes': {
    address: '/trpc/attachment.keep',
    body: Buffer.alloc(6_000_000),
    more: { 'content-type': 'application/octet-stream' },
  },
  'a stream from the far future': {
    address: '/trpc/stream.follow?input=%7B%22age%22%3A1e21%7D',
    method: 'GET',
    more: { accept: 'text/event-stream', 'last-event-id': '9'.repeat(4_000) },
  },
  'a file of the machine': { address: '/..%2f..%2f..%2fetc/passwd', method: 'GET' },
  'a file of the house': { address: '/assets/../../../../data/master.key', method: 'GET' },
  'a file of the house in disguise': { address: '/%2e%2e/%2e%2e/server/dist/main.js', method: 'GET' },
  'a backslash': { address: '/..\\..\\package.json', method: 'GET' },
  'a feed that is nobody’s': { address: `/feed/${'a'.repeat(43)}.ics`, method: 'GET' },
};

/** Bytes that no client writes, on a socket of their own; status 0 when the connection was closed without an answer. */
export function speak(origin: string, bytes: string): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  return new Promise((done) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const end = () => {
      socket.destroy();
      done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0), body: heard, headers: '' });
    };
    socket.setTimeout(3_000, end);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.on('close', end);
    socket.on('error', end);
  });
}

const raw = (lines: string[], body = '') => `${lines.join('\r\n')}\r\n\r\n${body}`;
const post = `POST ${list} HTTP/1.1`;
const host = 'Host: localhost';
const usual = ['Content-Type: application/json', 'Sec-Fetch-Site: same-origin', 'Connection: close'];

/** Requests that two readers would take apart differently, or not at all. */
export const smuggled: Record<string, string> = {
  'two lengths': raw([post, host, ...usual, 'Content-Length: 2', 'Content-Length: 60'], '{}'),
  'a length and pieces': raw(
    [post, host, ...usual, 'Content-Length: 4', 'Transfer-Encoding: chunked'],
    '0\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n',
  ),
  'pieces twice': raw([post, host, ...usual, 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], '0\r\n\r\n'),
  'pieces in disguise': raw([post, host, ...usual, 'Transfer-Encoding : chunked'], '0\r\n\r\n'),
  'a negative length': raw([post, host, ...usual, 'Content-Length: -1'], '{}'),
  'a length of letters': raw([post, host, ...usual, 'Content-Length: 1e3'], '{}'),
  'a piece of every size': raw([post, host, ...usual, 'Transfer-Encoding: chunked'], 'FFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n'),
  'no host': raw([post, ...usual, 'Content-Length: 2'], '{}'),
  'two hosts': raw([post, host, 'Host: evil.example', ...usual, 'Content-Length: 2'], '{}'),
  'a folded header': raw([post, host, ...usual, 'X-A: b', ' c: d', 'Content-Length: 2'], '{}'),
  'a null in a header': raw([post, host, ...usual, 'X-A: \0', 'Content-Length: 2'], '{}'),
  'headers without end': raw([post, host, ...usual, `X-A: ${'a'.repeat(100_000)}`, 'Content-Length: 2'], '{}'),
  'no HTTP at all': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
  'a version that is none': `POST ${list} HTTP/9.9\r\n${host}\r\n\r\n`,
  'an address elsewhere': raw([`POST http://evil.example${list} HTTP/1.1`, host, ...usual, 'Content-Length: 2'], '{}'),
  'a way through': raw(['CONNECT evil.example:80 HTTP/1.1', host]),
  'an upgrade': raw([
    `GET ${list} HTTP/1.1`,
    host,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Key: x',
    'Sec-WebSocket-Version: 13',
  ]),
};

/** Each of them as everybody; the server answers with a refusal, and is well afterwards. */
export async function tryBombs({ ground, tally }: Front): Promise<void> {
  const { wire, attackers, house } = ground;
  const secret = ['root:x:', ground.stage.world.master.toString('hex'), 'createRequire'];
  for (const attacker of attackers)
    for (const [name, { address = list, more = {}, ...sending }] of Object.entries(bombs)) {
      const headers = { ...ownHeaders(attacker.cookie), ...more };
      tally.hear('bombs', `${name} as ${attacker.name}`, await wire.send(address, { ...sending, headers }), [
        ...attacker.forbidden,
        ...secret,
      ]);
    }
  const said = await Promise.all(
    Object.entries(smuggled).map(async ([name, bytes]) => [name, await speak(house.url, bytes)] as const),
  );
  for (const [name, reply] of said) tally.hear('bombs', name, reply, secret);
  const well = await wire.send('/health', { method: 'GET' });
  if (well.status !== 200) tally.found('fault', `after the bombs /health answers ${well.status}`);
}

/** A press of somebody else's, pressed again by its key: the answer is theirs alone. */
export async function tryKeys({ ground, tally }: Front): Promise<void> {
  const { stage, wire, attackers } = ground;
  const faye = stage.foreigner.owner.twin();
  const key = 'k'.repeat(32);
  const body = (word: string) => JSON.stringify({ company: word, role: word, alias: '', stage: 'lead', on: '2026-11-02' });
  const first = await wire.call('opportunity.create', faye.cookie(), body('faye-company'), { 'x-parley-key': key });
  const made = /[0-9a-f-]{36}/.exec(first.body)?.[0] ?? 'nothing was made';
  for (const attacker of attackers) {
    const reply = await wire.call('opportunity.create', attacker.cookie, body('mine'), { 'x-parley-key': key });
    tally.hear('keys of others', `opportunity.create as ${attacker.name}`, reply, [made]);
  }
}

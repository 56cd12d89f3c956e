import { randomBytes } from 'node:crypto';
import { deriveKeys } from '@parley/db/seal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBrowser, openPushService } from '../../../tests/support/browser-maker.ts';
import { isPublicAddress } from './public-address.ts';
import { createPusher, pushKeysOf } from './pusher.ts';

const masterOf = (master: Uint8Array) => {
  const { wrap, ...side } = deriveKeys(master);
  return { wraps: [{ id: 1, key: wrap }] as const, ...side };
};
const keys = pushKeysOf(masterOf(Buffer.alloc(32, 7)));
let service: Awaited<ReturnType<typeof openPushService>>;
let pusher: ReturnType<typeof createPusher>;
beforeEach(async () => {
  service = await openPushService();
  pusher = createPusher({ keys, subject: 'https://parley.example', network: service.network });
});
afterEach(() => service.close());

const id = '0198f000-0000-7000-8000-000000000001';
const send = (endpoint?: string, more = {}) => {
  const { given } = makeBrowser(endpoint);
  return pusher.send({ ...given, id, body: 'Somebody joined a council of yours.', ...more });
};

describe('the key that signs', () => {
  it('is the same as long as the master key is, and another for another', () => {
    expect(pushKeysOf(masterOf(Buffer.alloc(32, 7)))).toEqual(keys);
    expect(keys.publicKey).toMatch(/^B[\w-]{86}$/);
    expect(keys.privateKey).toMatch(/^[\w-]{43}$/);
    expect(pushKeysOf(masterOf(randomBytes(32))).publicKey).not.toBe(keys.publicKey);
  });
});

describe('a push', () => {
  it('is opened by its browser alone, signed by our key, and by a name that answers for it', async () => {
    const [browser, other] = [makeBrowser(), makeBrowser()];
    const { given, open } = browser;
    expect(await pusher.send({ ...given, id, body: 'Somebody joined a council of yours.' })).toBeNull();
    const [pushed] = service.received;
    if (!pushed) throw new Error('Nothing came.');
    expect(JSON.parse(open(pushed.sealed))).toEqual({ id, body: 'Somebody joined a council of yours.' });
    expect(() => other.open(pushed.sealed)).toThrow();
    expect(pushed.sealed.toString('latin1')).not.toContain('Somebody');
    expect(pushed.vapid).toEqual({ key: keys.publicKey, aud: 'https://push.example', sub: 'https://parley.example' });
    expect(pushed.headers).toMatchObject({
      topic: 'parley',
      ttl: '259200',
      'content-encoding': 'aes128gcm',
      host: 'push.example',
    });
    expect(service.calls).toEqual([{ address: '8.8.4.4', name: 'push.example' }]);
  });

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [429, { permanent: false, code: '429' }],
    [503, { permanent: false, code: '503' }],
    [400, { permanent: true, code: '400' }],
    [403, { permanent: true, code: '403' }],
    [413, { permanent: true, code: '413' }],
  ])('that is answered with %i is %o', async (answer, fault) => {
    service.state.answer = answer;
    expect(await send()).toEqual(fault);
  });

  it('is not sent on to where a redirect leads', async () => {
    Object.assign(service.state, { answer: 307, location: 'https://127.0.0.1/one' });
    expect(await send()).toEqual({ permanent: true, code: '307' });
    expect(service.calls).toHaveLength(1);
  });

  it('waits while nobody answers, and is no push with keys that seal nothing', async () => {
    await service.close();
    expect(await send()).toEqual({ permanent: false, code: 'ECONNREFUSED' });
    expect(await send(undefined, { p256dh: `B${'A'.repeat(86)}` })).toEqual({ permanent: true, code: 'EKEYS' });
    service = await openPushService();
  });

  it('is not handed to who has no certificate for the name', async () => {
    service.names['other.example'] = ['8.8.4.4'];
    expect(await send('https://other.example/one')).toEqual({ permanent: false, code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(service.received).toEqual([]);
  });
});

describe('what is never called', () => {
  it.each([
    'http://push.example/one',
    'https://push.example:8443/one',
    'https://localhost./one',
    'https://2130706433/one',
    'https://0x7f.1/one',
    'https://[::ffff:169.254.169.254]/latest',
    'https://10.1.2.3/one',
  ])('%s', async (endpoint) => {
    expect(await send(endpoint)).toEqual({ permanent: true, code: 'ENOTPUBLIC' });
    expect(service.calls).toEqual([]);
  });

  it.each([
    ['127.0.0.1'],
    ['10.0.0.8'],
    ['172.31.255.255'],
    ['192.168.1.1'],
    ['169.254.169.254'],
    ['100.64.0.1'],
    ['0.0.0.0'],
    ['224.0.0.1'],
    ['255.255.255.255'],
    ['::1'],
    ['::'],
    ['::ffff:127.0.0.1'],
    ['::ffff:8.8.4.4'],
    ['::127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['fe80::1'],
    ['fe80::1%lo'],
    ['fc00::1'],
    ['2002:7f00:1::'],
    ['2001:db8::1'],
    ['not an address'],
    // one that is public does not open the way to one that is not
    ['8.8.4.4', '10.0.0.8'],
  ])('a name that leads to %s', async (...addresses) => {
    service.names['push.example'] = addresses;
    expect(await send()).toEqual({ permanent: true, code: 'ENOTPUBLIC' });
    expect(service.calls).toEqual([]);
  });

  it('a name that leads elsewhere a moment later: the connection is to the address that was looked at', async () => {
    const turns = [['8.8.4.4'], ['127.0.0.1'], ['10.0.0.1']];
    let looked = 0;
    const resolve = async () => turns[looked++] ?? [];
    const rebound = createPusher({ keys, subject: 'https://parley.example', network: { ...service.network, resolve } });
    const { given } = makeBrowser();
    const message = { ...given, id, body: 'Somebody joined a council of yours.' };
    expect(await rebound.send(message)).toBeNull();
    expect({ looked, calls: service.calls }).toEqual({ looked: 1, calls: [{ address: '8.8.4.4', name: 'push.example' }] });
    expect(await rebound.send(message)).toEqual({ permanent: true, code: 'ENOTPUBLIC' });
    expect(service.calls).toHaveLength(1);
  });

  it('while what is public is', () => {
    for (const address of ['8.8.4.4', '1.1.1.1', '172.32.0.1', '2a00:1450:4001::200e', '2606:4700::1111'])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
  });

  it('a name that leads nowhere yet is asked again', async () => {
    service.names['push.example'] = [];
    expect(await send()).toEqual({ permanent: false, code: 'ENOTFOUND' });
  });
});

import { describe, expect, it } from 'vitest';
import { notificationKinds, tellings } from '../notification/notification.ts';
import { readEndpoint } from './endpoint.ts';
import { KeepPush } from './input.ts';
import { canKeepPush, composePush, mostPushes } from './push.ts';

describe('what stands on a locked screen', () => {
  it('is the one sentence of its kind, or one for several, what asks first', () => {
    for (const kind of notificationKinds) expect(composePush([kind, kind])).toBe(tellings[kind].mail);
    expect(composePush(['commented', 'mentioned'])).toBe('Something waits for you in Parley.');
    expect(composePush(['commented', 'joined'])).toBe('There is news from your council.');
  });
});

describe('where a browser takes notices', () => {
  it.each([
    'https://push.example/one?two=3',
    'https://updates.push.services.example/wpush/v2/gAAA',
    'https://push.example:443/one',
    'https://PUSH.example./one',
  ])('may be %s', (endpoint) => expect(readEndpoint(endpoint)?.protocol).toBe('https:'));

  it.each([
    ['nothing', ''],
    ['no address', 'push.example/one'],
    ['not sealed on its way', 'http://push.example/one'],
    ['another port', 'https://push.example:8443/one'],
    ['with a password', 'https://a:b@push.example/one'],
    ['this machine', 'https://localhost/one'],
    ['this machine with a dot', 'https://localhost./one'],
    ['a name below it', 'https://push.localhost/one'],
    ['a loopback', 'https://127.0.0.1/one'],
    ['a loopback in short', 'https://127.1/one'],
    ['a loopback as one number', 'https://2130706433/one'],
    ['a loopback in hexadecimal', 'https://0x7f000001/one'],
    ['a loopback in octal', 'https://0177.0.0.1/one'],
    ['a loopback with a dot', 'https://127.0.0.1./one'],
    ['a loopback in wide digits', 'https://１２７.０.０.１/one'],
    ['a private address', 'https://10.0.0.8/one'],
    ['the link', 'https://169.254.169.254/latest'],
    ['a public address in numbers', 'https://9.9.9.9/one'],
    ['IPv6', 'https://[::1]/one'],
    ['IPv4 in IPv6', 'https://[::ffff:127.0.0.1]/one'],
    ['a name of one word', 'https://intranet/one'],
    ['a local name', 'https://printer.local/one'],
    ['a name of a network', 'https://push.corp.internal/one'],
    ['an onion', 'https://abcdef.onion/one'],
    ['a file', 'file:///etc/passwd'],
  ])('is not %s', (_, endpoint) => {
    expect(readEndpoint(endpoint)).toBeNull();
    const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) };
    expect(KeepPush.safeParse({ endpoint, ...keys }).success).toBe(false);
  });

  it('comes with keys of the right length, and on few devices', () => {
    const good = { endpoint: 'https://push.example/one', p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) };
    expect(KeepPush.safeParse(good).success).toBe(true);
    for (const wrong of [{ p256dh: 'B' }, { p256dh: `A${'A'.repeat(86)}` }, { auth: '' }, { auth: 'A'.repeat(23) }, { more: 1 }])
      expect(KeepPush.safeParse({ ...good, ...wrong }).success).toBe(false);
    expect(KeepPush.safeParse({ ...good, endpoint: `https://push.example/${'a'.repeat(1_000)}` }).success).toBe(false);
    expect([canKeepPush(0).allowed, canKeepPush(mostPushes - 1).allowed, canKeepPush(mostPushes).allowed]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

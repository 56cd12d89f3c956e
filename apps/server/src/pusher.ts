import { createECDH } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { type Pusher, type PushMessage, targetOf } from '@parley/api/post';
import { type MasterKeys, pushSeed } from '@parley/db/seal';
import webPush from 'web-push';
import { isPublicAddress } from './public-address.ts';

type Fault = Exclude<Awaited<ReturnType<Pusher['send']>>, null>;

export type PushKeys = { publicKey: string; privateKey: string };

/** The pair that signs what goes to the makers of browsers (RFC 8292). */
export function pushKeysOf(keys: MasterKeys): PushKeys {
  const curve = createECDH('prime256v1');
  // a number of 256 bits that is no key of this curve is as likely as to guess one
  const seed = pushSeed(keys);
  curve.setPrivateKey(seed);
  return { publicKey: curve.getPublicKey('base64url'), privateKey: seed.toString('base64url') };
}

/** How a name becomes addresses and an address a connection: where a test cannot call out. */
export type Network = {
  resolve: (name: string) => Promise<readonly string[]>;
  /** To this address and no other, with a certificate for that name. */
  dial: (address: string, name: string) => Socket;
};

const network: Network = {
  resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  dial: (host, servername) => connect({ host, port: 443, servername, ALPNProtocols: ['http/1.1'] }),
};

const patience = 15_000;
/** How long a maker keeps what a browser that is off has not fetched: three days, as a mail is tried. */
const keepFor = 3 * 86_400;

const permanent = (code: string): Fault => ({ permanent: true, code });
const passing = (code: string): Fault => ({ permanent: false, code });

/** What an answer means. A redirect is not followed: nobody has looked at where it leads. */
function read(status: number): Fault | null {
  if (status >= 200 && status < 300) return null;
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 ? passing(String(status)) : permanent(String(status));
}

const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'EUNKNOWN';
};

type Call = { url: URL; address: string; headers: Record<string, string | number>; body: Buffer; dial: Network['dial'] };

/** The connection goes to the address that was looked at: what the name says a moment later changes nothing. */
function post({ url, address, headers, body, dial }: Call): Promise<number> {
  return new Promise((done, failed) => {
    const asked = request(url, {
      method: 'POST',
      headers: { ...headers, Host: url.host },
      signal: AbortSignal.timeout(patience),
      createConnection: () => dial(address, url.hostname),
    });
    asked.on('error', failed);
    asked.on('response', (answer) => {
      done(answer.statusCode ?? 0);
      // nothing of it is wanted, however long it is
      answer.destroy();
    });
    asked.end(body);
  });
}

type Given = { keys: PushKeys; subject: string; network?: Network };

/** Hands sentences to the makers of browsers, sealed for the one browser; calls nothing that is not public. */
export function createPusher({ keys, subject, network: { resolve, dial } = network }: Given): Pusher {
  const vapidDetails = { subject, ...keys };

  function pack({ endpoint, p256dh, auth, id, body }: PushMessage) {
    const options = { vapidDetails, TTL: keepFor, topic: 'parley', urgency: 'normal' as const };
    return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify({ id, body }), options);
  }

  return {
    async send(message) {
      const url = targetOf(message);
      if (!url) return permanent('ENOTPUBLIC');
      try {
        const addresses = await resolve(url.hostname);
        const [address] = addresses;
        if (address === undefined) return passing('ENOTFOUND');
        if (!addresses.every(isPublicAddress)) return permanent('ENOTPUBLIC');
        const packed = packOrNull(() => pack(message));
        if (!packed) return permanent('EKEYS');
        return read(await post({ url, address, dial, headers: packed.headers, body: packed.body }));
      } catch (error) {
        return passing(codeOf(error));
      }
    },
  };
}

/** Keys that are no point of the curve seal nothing. */
function packOrNull(pack: () => webPush.RequestDetails) {
  try {
    const { headers, body } = pack();
    return body ? { headers, body } : null;
  } catch {
    return null;
  }
}

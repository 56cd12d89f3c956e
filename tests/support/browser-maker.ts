import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:https';
import { connect } from 'node:tls';
import type { Network } from '../../apps/server/src/pusher.ts';
import { makeCertificate } from './certificate.ts';
import { freePort } from './free-port.ts';
import { keepOutgoing } from './outgoing.ts';

export type Browser = ReturnType<typeof makeBrowser>;

const derive = (salt: Uint8Array, key: Uint8Array, info: Uint8Array, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length));

/** A browser that takes notices at an address, and opens them as RFC 8291 and RFC 8188 say. */
export function makeBrowser(endpoint = `https://push.example/${randomBytes(9).toString('base64url')}`) {
  const curve = createECDH('prime256v1');
  const own = curve.generateKeys();
  const auth = randomBytes(16);
  return {
    given: { endpoint, p256dh: own.toString('base64url'), auth: auth.toString('base64url') },
    open: (sealed: Buffer): string => {
      const [salt, sender] = [sealed.subarray(0, 16), sealed.subarray(21, 21 + (sealed[20] ?? 0))];
      const held = sealed.subarray(21 + sender.length);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, sender]);
      const key = derive(auth, curve.computeSecret(sender), info, 32);
      const cek = derive(salt, key, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = derive(salt, key, Buffer.from('Content-Encoding: nonce\0'), 12);
      const cipher = createDecipheriv('aes-128-gcm', cek, nonce).setAuthTag(held.subarray(-16));
      const plain = Buffer.concat([cipher.update(held.subarray(0, -16)), cipher.final()]);
      return plain.subarray(0, plain.lastIndexOf(2)).toString();
    },
  };
}

const decode = (part = ''): Record<string, string> => JSON.parse(Buffer.from(part, 'base64url').toString());

/** Who signed a call by RFC 8292, for whom and who answers for it; throws when the signature is not by the key that it names. */
function readVapid(header = ''): { key: string; aud: string; sub: string } {
  const { token = '', key = '' } = /^vapid t=(?<token>[^,]+), ?k=(?<key>.+)$/.exec(header)?.groups ?? {};
  const [head, body, signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const signer = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = Buffer.from(signature, 'base64url');
  if (!verify('sha256', Buffer.from(`${head}.${body}`), { key: signer, dsaEncoding: 'ieee-p1363' }, signed))
    throw new Error('This call was signed by nobody.');
  const { aud = '', sub = '' } = decode(body);
  return { key, aud, sub };
}

export type Pushed = { path: string; sealed: Buffer; headers: Record<string, unknown>; vapid: ReturnType<typeof readVapid> };

/** The maker of a browser, over https on this machine, and the only network there is: names lead where `names` says. */
export async function openPushService() {
  const { cert, key } = makeCertificate('push.example');
  const received: Pushed[] = [];
  const calls: { address: string; name: string }[] = [];
  const names: Record<string, readonly string[]> = { 'push.example': ['8.8.4.4'] };
  const state = { answer: 201, location: '' };
  const server = createServer({ cert, key }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      if (state.answer === 201)
        received.push({ path, sealed: Buffer.concat(chunks), headers, vapid: readVapid(headers.authorization) });
      response.writeHead(state.answer, state.location ? { location: state.location } : {}).end('x'.repeat(100_000));
    });
  });
  const port = await freePort();
  await new Promise<void>((done) => void server.listen(port, '127.0.0.1', done));
  const network: Network = {
    resolve: async (name) => names[name] ?? [],
    dial(address, name) {
      calls.push({ address, name });
      return connect({ host: '127.0.0.1', port, servername: name, ca: cert });
    },
  };
  return {
    received,
    calls,
    names,
    state,
    network,
    port,
    cert,
    /** What these browsers show. */
    shown(browsers: readonly Browser[]): { id: string; body: string }[] {
      return received.flatMap(({ path, sealed }) => {
        const browser = browsers.find(({ given }) => given.endpoint.endsWith(path));
        if (!browser) return [];
        const text = browser.open(sealed);
        keepOutgoing('push', text);
        return [JSON.parse(text)];
      });
    },
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((done) => void server.close(() => done()));
    },
  };
}

import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Person } from './world.ts';

const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const text = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
const bytesOf = (body: Buffer) => Buffer.concat([Buffer.from([0x59, body.length >> 8, body.length & 255]), body]);
const coordinate = (jwk: string | undefined) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(jwk ?? '', 'base64url')]);
const outside = { type: 'public-key', clientExtensionResults: {} } as const;

/** What a device says of itself. `flags`: 1 somebody was there, 4 it knows who, 64 a key comes along. */
function authData(origin: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha(new URL(origin).hostname), Buffer.from([flags]), count]);
}

const clientOf = (origin: string, type: string, challenge: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** A public key as COSE writes it: P-256, for ES256. */
const keyOf = ({ x, y }: JsonWebKey) =>
  Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    coordinate(x),
    Buffer.from([0x22]),
    coordinate(y),
  ]);

/** What a device says that it has made, with no word of who built it. */
const attestationOf = (data: Buffer) =>
  Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    bytesOf(data),
  ]);

/** What somebody holds in their hand: a key that signs what a browser was asked to sign. `origin` is the page that asks. */
export function createAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const name = id.toString('base64url');
  let counter = 0;
  let handle = '';
  return {
    /** Its counter from here on; one that counts nothing stays at zero. */
    setCounter: (to: number) => {
      counter = to;
    },
    make(options: { challenge: string; user: { id: string } }) {
      handle = options.user.id;
      const key = keyOf(publicKey.export({ format: 'jwk' }));
      const data = Buffer.concat([authData(origin, 0x45, counter), Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const response = {
        clientDataJSON: clientOf(origin, 'webauthn.create', options.challenge).toString('base64url'),
        attestationObject: attestationOf(data).toString('base64url'),
        transports: ['internal' as const],
      };
      return { ...outside, id: name, rawId: name, response };
    },
    /** Signs; `known` is false where the device did not ask who holds it. */
    show({ challenge }: { challenge: string }, known = true) {
      const data = authData(origin, known ? 5 : 1, counter);
      const client = clientOf(origin, 'webauthn.get', challenge);
      const signed = createSign('sha256').update(Buffer.concat([data, sha(client)]));
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signed.sign(privateKey).toString('base64url'),
        userHandle: handle,
      };
      return { ...outside, id: name, rawId: name, response };
    },
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;

/** Keeps a passkey of this authenticator with somebody's account, as a browser does. */
export async function addPasskey(person: Person, device: Authenticator, name = 'A phone'): Promise<void> {
  const options = await person.api.passkey.begin.mutate({ password: person.password });
  await person.api.passkey.add.mutate({ name, made: device.make(options) });
}

/** Asks for something to sign, and signs it. */
export const showPasskey = async (person: Person, device: Authenticator) => device.show(await person.api.passkey.ask.mutate());

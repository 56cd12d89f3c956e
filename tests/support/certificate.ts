import { generateKeyPairSync, sign } from 'node:crypto';

/** One value of DER: its tag, its length, what it holds. */
function der(tag: number, ...held: Uint8Array[]): Buffer {
  const inner = Buffer.concat(held);
  const length = inner.length < 128 ? [inner.length] : [0x82, inner.length >> 8, inner.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), inner]);
}

const list = (...held: Uint8Array[]) => der(0x30, ...held);
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes));
const words = (tag: number, text: string) => der(tag, Buffer.from(text, 'latin1'));

/** A certificate for one name that has signed itself, good for a century: for a server of a test alone. */
export function makeCertificate(name: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = list(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const subject = list(der(0x31, list(oid(0x55, 0x04, 0x03), words(0x0c, name))));
  const valid = list(words(0x18, '20200101000000Z'), words(0x18, '21200101000000Z'));
  const alternative = list(oid(0x55, 0x1d, 0x11), der(0x04, list(words(0x82, name))));
  const authority = list(oid(0x55, 0x1d, 0x13), der(0x04, list(der(0x01, Buffer.from([255])))));
  const content = list(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    subject,
    valid,
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, list(authority, alternative)),
  );
  const signed = list(content, ecdsaWithSha256, der(0x03, Buffer.from([0]), sign('sha256', content, privateKey)));
  const cert = `-----BEGIN CERTIFICATE-----\n${signed.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

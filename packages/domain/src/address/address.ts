/** How addresses are compared; a number that grows when the way changes, so that accounts are found by it again. */
export const addressComparison = 1;

/** A link of an account works for a day, one that sets a password for an hour. */
export const linkLife = { verify: 24 * 3_600_000, reset: 3_600_000, leave: 24 * 3_600_000, take: 24 * 3_600_000 };

/** What a link by mail is for. `leave` goes to the address that is given up, `take` to the one that takes its place. */
export const linkPurposes = ['verify', 'reset', 'leave', 'take'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

const hostLike = /^[\p{L}\p{M}\p{N}.\-\u3002\uFF0E\uFF61\u200C\u200D]+$/u;

/** A host in the one form in which networks know it; what is none stays as it was written. */
function asciiHost(host: string): string {
  const plain = host.replace(/[\u3002\uFF0E\uFF61]/g, '.').replace(/\.$/, '');
  if (!hostLike.test(plain) || /(^|\.)(\d+|0x[\da-f]*)$/i.test(plain)) return plain;
  return URL.canParse(`http://${plain}`) ? new URL(`http://${plain}`).hostname : plain;
}

/**
 * The form by which two addresses are found to be one person's: composed, in lower case, the domain as networks know it
 * (`bücher.example` is `xn--bcher-kva.example`). Tags after a plus and dots stay: whether they reach the same person is for the
 * other side's server to say, and who is joined wrongly reads another's letters.
 */
export function comparedAddress(address: string): string {
  const plain = address.normalize('NFC').trim().toLowerCase().normalize('NFC');
  const at = plain.lastIndexOf('@');
  return at < 0 ? plain : `${plain.slice(0, at)}@${asciiHost(plain.slice(at + 1))}`;
}

import { type Decision, no, yes } from '../kernel/decision.ts';

/** Most that one person keeps: several devices and a spare. */
export const mostPasskeys = 20;

/** What a browser was asked to sign is waited for so long. */
export const challengeLife = 5 * 60_000;

const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.startsWith('[');

/** The name under which browsers keep passkeys of an address, `parley.example`. */
export const partyOf = (origin: string): string => new URL(origin).hostname;

/** Whether browsers keep passkeys for this address at all: by https and under a name, or on the machine itself. */
export function canKeepPasskeys(origin: string): Decision {
  const { protocol, hostname } = new URL(origin);
  if (hostname === 'localhost') return yes;
  if (protocol !== 'https:')
    return no(`Passkeys need https, and this Parley is at ${origin}. Who runs it sets PARLEY_URL to its https address.`);
  if (isAddress(hostname))
    return no(
      `Passkeys need a name, and this Parley is at ${origin}. Who runs it sets PARLEY_URL to an https address with a name.`,
    );
  return yes;
}

/** One more, unless there are as many as anybody needs. */
export function canAddPasskey(origin: string, count: number): Decision {
  const kept = canKeepPasskeys(origin);
  if (!kept.allowed) return kept;
  return count < mostPasskeys ? yes : no(`You have ${mostPasskeys} passkeys. Remove one that you no longer use.`);
}

/**
 * Whether a passkey's counter goes on as one device's does. Many count nothing and stay at zero; one that stands still or runs
 * backwards has a copy.
 */
export const countsOn = (kept: number, shown: number): boolean => (kept === 0 && shown === 0) || shown > kept;

/** The ways by which somebody can sign in. A passkey that was doubted is none. */
export type Ways = { password: boolean; passkeys: readonly { id: string; doubtedAt: Date | null }[] };

/** A passkey goes unless it is the last way in. */
export function canRemovePasskey({ password, passkeys }: Ways, passkeyId: string): Decision {
  const others = passkeys.filter(({ id, doubtedAt }) => id !== passkeyId && doubtedAt === null);
  if (password || others.length > 0) return yes;
  return no('This is your only way in. Set a password or add another passkey first.');
}

/** A password goes once a passkey is there to come in by. */
export function canDropPassword({ password, passkeys }: Ways): Decision {
  if (!password) return no('Your account has no password.');
  return passkeys.some(({ doubtedAt }) => doubtedAt === null)
    ? yes
    : no('Your password is your only way in. Add a passkey first.');
}

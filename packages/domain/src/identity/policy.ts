import { type Decision, no, yes } from '../kernel/decision.ts';
import { type ResetState, resetState } from './identity.ts';

const sayReset: Record<Exclude<ResetState, 'open'>, string> = {
  used: 'This link has been used already. If it was not you, ask for a new one and change your password.',
  expired: 'This link has expired. Ask for a new one at the sign-in.',
};

/** A reset link works once, within its hour. An unknown link is explained like an expired one. */
export function canReset(token: { usedAt: Date | null; expiresAt: Date } | null, now: Date): Decision {
  if (token === null) return no(sayReset.expired);
  const state = resetState(token, now);
  return state === 'open' ? yes : no(sayReset[state]);
}

/** A new password must differ from the one it replaces. */
export function canChangePassword(current: string, next: string): Decision {
  if (current.normalize('NFKC') === next.normalize('NFKC')) return no('This is the password you have now. Choose another.');
  return yes;
}

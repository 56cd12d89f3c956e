import { type Decision, no, yes } from '../kernel/decision.ts';

/** A link that was sent, as far as a rule needs to know it. */
export type SentLink = { usedAt: Date | null; expiresAt: Date };

/** A link works once, in its time. An unknown one is explained like an expired one. */
export function canConfirm(link: SentLink | null, now: Date): Decision {
  if (link === null || link.expiresAt <= now) return no('This link has expired. Ask for a new one under Me.');
  return link.usedAt === null ? yes : no('This link has been used already.');
}

/** Whether a letter with this link still makes sense. */
export const isOpen = (link: SentLink, now: Date): boolean => link.usedAt === null && link.expiresAt > now;

/** Links by mail need mail. */
export function canMail(mails: boolean): Decision {
  return mails ? yes : no('This Parley sends no mail. Ask the person who runs it for a link.');
}

import { frameLetter, type Letter } from '../mail/frame.ts';
import type { LinkPurpose } from './address.ts';

const words: Readonly<Record<LinkPurpose, { subject: string; line: string; go: string; why: string }>> = {
  verify: {
    subject: 'Parley: is this your address?',
    line: 'Somebody signed up to Parley with this address.',
    go: 'Say that it is yours',
    why: 'If it was not you, do nothing. The link works for a day, and only when you press the button behind it.',
  },
  reset: {
    subject: 'Parley: choose a new password',
    line: 'Somebody asked for a new password for the account with this address.',
    go: 'Choose a new password',
    why: 'If it was not you, do nothing: your password stays. The link works once, for an hour.',
  },
  leave: {
    subject: 'Parley: your address is to change',
    line: 'Your account is to have another address. That needs a press here and one at the new address.',
    go: 'Let it change',
    why: 'If it was not you, press nothing and change your password. The link works for a day.',
  },
  take: {
    subject: 'Parley: is this your address?',
    line: 'An account at Parley is to have this address. That needs a press here and one at the old address.',
    go: 'Say that it is yours',
    why: 'If it was not you, do nothing. The link works for a day.',
  },
};

/** The mail that carries a link: what it is for, and no name, address or other word that anybody wrote. */
export function composeLinkLetter(purpose: LinkPurpose, href: string): Letter {
  const { subject, line, go, why } = words[purpose];
  return frameLetter({ subject, lines: [line], go: { label: go, href }, why, foot: [] });
}

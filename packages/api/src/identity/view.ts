import { notFound } from '@parley/domain/kernel/error';
import { question } from '../read.ts';
import { openAccount, ownAccount, sendsMail } from './rows.ts';

/** The viewer's own account, and whether mail is sent here. */
export const meQuestion = question({
  ask: () => ({ account: ownAccount(), mail: sendsMail() }),
  answer({ rows, open }) {
    const [row] = rows.account;
    if (!row) throw notFound();
    return { ...openAccount(open, row), mails: rows.mail[0]?.mails ?? false };
  },
});

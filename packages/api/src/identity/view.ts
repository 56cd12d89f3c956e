import { notFound } from '@parley/domain/kernel/error';
import { question } from '../read.ts';
import { openAccount, ownAccount } from './rows.ts';

/** The viewer's own account. */
export const meQuestion = question({
  ask: () => ({ account: ownAccount() }),
  answer({ rows, open }) {
    const [row] = rows.account;
    if (!row) throw notFound();
    return openAccount(open, row);
  },
});

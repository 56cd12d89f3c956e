import type { SaveProfile } from '@parley/domain/identity/input';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { act } from '../write.ts';
import { holdAccount, openAccount, profile, replaceAccount } from './rows.ts';

/** Keeps name, zone, locale, currency and days off; the address stays. A conflict brings the newer ones. */
export const savingProfile = act({
  facts: () => ({ account: holdAccount() }),
  decide({ rows, open, seal }, { rev, daysOff, ...next }: z.output<typeof SaveProfile>) {
    const [row] = rows.account;
    if (!row) throw notFound();
    const account = openAccount(open, row);
    if (account.rev !== rev) throw conflict(account);
    const sealed = seal(
      profile,
      { id: account.id, owner: account.id, rev: rev + 1 },
      {
        ...next,
        daysOff: daysOff ?? account.daysOff,
        email: account.email,
      },
    );
    return { changes: [replaceAccount(rev, sealed)], answer: { rev: rev + 1 } };
  },
});

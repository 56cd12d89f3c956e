import type { SaveProfile } from '@parley/domain/identity/input';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { act } from '../write.ts';
import { holdAccount, openAccount, profile, replaceAccount } from './rows.ts';

/** Keeps name, zone, locale and currency; the address stays. A conflict brings the newer ones. */
export const savingProfile = act({
  facts: (_: z.output<typeof SaveProfile>) => ({ account: holdAccount() }),
  decide({ rows, open, seal }, { rev, ...next }) {
    const [row] = rows.account;
    if (!row) throw notFound();
    const account = openAccount(open, row);
    if (account.rev !== rev) throw conflict(account);
    const sealed = seal(profile, { id: account.id, owner: account.id, rev: rev + 1 }, { ...next, email: account.email });
    return { changes: [replaceAccount(rev, sealed)], answer: { rev: rev + 1 } };
  },
});

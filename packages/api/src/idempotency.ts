import type { Tx } from '@parley/db/client';
import type { Vault } from '@parley/db/vault';
import { DomainError } from '@parley/domain/kernel/error';
import { z } from 'zod';

export type Press = { accountId: string; key: string; path: string };

const sealedAnswer = z.object({ data: z.unknown() });
const shape = /^[A-Za-z0-9_-]{16,64}$/;

/** The key that the client made for one press of a button. Throws when there is none. */
export function pressKey(header: string | undefined): string {
  if (header && shape.test(header)) return header;
  throw new DomainError('invalid', 'This request came without its key. Reload the page and try again.', { path: 'x-parley-key' });
}

/**
 * Claims a press inside the transaction of its effect. A second press with the same key waits here until the
 * first has committed, then gets its answer; after a rollback it claims the key itself.
 */
export async function claim(db: Tx, vault: Vault, press: Press): Promise<{ data: unknown } | null> {
  const { accountId, key, path } = press;
  const made = await db.receipt.createMany({ data: [{ accountId, key, path }], skipDuplicates: true });
  if (made.count === 1) return null;
  const before = await db.receipt.findUnique({ where: { accountId_key: { accountId, key } } });
  if (!before || before.path !== path || !before.answer)
    throw new DomainError('invalid', 'This key was used for something else.', { path: 'x-parley-key' });
  const answer = await vault.open(ref(press), before.answer, sealedAnswer);
  return { data: answer.data };
}

/** Keeps what the press answered, sealed under the key of the person who pressed. */
export async function keep(db: Tx, vault: Vault, press: Press, data: unknown): Promise<void> {
  const answer = await vault.seal(ref(press), { data: data ?? null });
  await db.receipt.updateMany({ where: { accountId: press.accountId, key: press.key }, data: { answer } });
}

function ref(press: Press) {
  return { table: 'receipt', id: press.key, owner: press.accountId, rev: 1 };
}

import type { ShowSelf } from '@parley/domain/identity/input';
import type { ShownPasskey } from '@parley/domain/identity/ways-input';
import { invalid } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import type { IdentityDesk } from '../context.ts';
import { takePasskey } from './passkey/show-store.ts';
import { passwordFits } from './password.ts';
import { findStanding } from './store.ts';

/** A passkey of this very person's, in the place of the password that stands in the field at `path`. Throws beside the field when it is none. */
export async function showPasskey(
  identity: IdentityDesk,
  accountId: string,
  passkey: ShownPasskey | undefined,
  path: string,
): Promise<void> {
  if (passkey === undefined) throw invalid(path, 'Write your password.');
  const shown = await takePasskey(identity, passkey);
  if (shown.accountId !== accountId) throw invalid('passkey', 'This passkey is another account’s.');
}

/**
 * Somebody who is signed in shows once more that it is them: by their password, or by a passkey. Throws beside the field when it is
 * neither; each try counts.
 */
export async function showSelf(
  identity: IdentityDesk,
  accountId: string,
  { password, passkey }: z.output<typeof ShowSelf>,
  attempt: 'changePassword' | 'depart' = 'changePassword',
): Promise<void> {
  await identity.limits.count(attempt, identity.source, accountId);
  if (password !== undefined) {
    const standing = await identity.asIdentity((scope) => findStanding(scope, accountId));
    if (await passwordFits(standing?.hash ?? null, password)) return;
    throw invalid('password', 'This is not your password.');
  }
  await showPasskey(identity, accountId, passkey, 'password');
}

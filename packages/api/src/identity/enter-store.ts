import type { IdentityDesk, IdentityScope } from '../context.ts';
import { verifyOnce } from './address-store.ts';
import { startSession } from './store.ts';

/**
 * Signs somebody in who has shown that they may. `holds` says whether what they showed still stands, and holds it until the session
 * is committed: who changes it waits, and then ends this session too. False when it was changed in the same moment.
 */
export async function enter(
  identity: IdentityDesk,
  accountId: string,
  holds: (scope: IdentityScope) => Promise<boolean>,
): Promise<boolean> {
  const session = await identity.asIdentity(async (scope) => {
    if (!(await holds(scope))) return null;
    const started = await startSession(scope, accountId, identity.userAgent);
    // not at the sign-up, whose time tells nobody whether an address was known
    await verifyOnce(scope, identity.linkToken, accountId);
    return started;
  });
  if (session === null) return false;
  identity.writeCookie(session.cookie);
  return true;
}

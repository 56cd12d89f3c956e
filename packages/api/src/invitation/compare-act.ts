import { createVault } from '@parley/db/vault';
import { addressComparison } from '@parley/domain/address/address';
import { ProfileContent } from '@parley/domain/identity/input';
import type { Deps, IdentityScope } from '../context.ts';
import { foundBy } from '../identity/address-store.ts';
import { openAddress } from './store.ts';

type Keys = Deps['keys'];

/** Finds accounts by the present way of comparing. Of two that are one address now, the one that has it keeps it. */
async function moveAccounts({ db, vault }: IdentityScope, keys: Keys): Promise<number> {
  const rows = await db.account.findMany({ orderBy: { createdAt: 'asc' } });
  await vault.prepare(rows.map(({ id }) => id));
  const taken = new Set(rows.map(({ emailHash }) => emailHash));
  let moved = 0;
  for (const { id, rev, sealed, emailHash: before } of rows) {
    const { email } = await vault.open({ table: 'account', id, owner: id, rev }, sealed, ProfileContent);
    const emailHash = foundBy(keys, email);
    if (emailHash === before || taken.has(emailHash)) continue;
    taken.add(emailHash);
    moved += (await db.account.updateMany({ where: { id, emailHash: before }, data: { emailHash } })).count;
  }
  return moved;
}

/** The same of invitations that wait, so that they still fit whom they were written to. */
async function moveInvitations(scope: IdentityScope, keys: Keys): Promise<void> {
  const open = await scope.db.invitation.findMany({ where: { usedAt: null, revokedAt: null, expiresAt: { gt: scope.now } } });
  for (const invitation of open) {
    const hash = foundBy(keys, await openAddress(scope, invitation));
    if (hash === invitation.addressHash) continue;
    await scope.db.invitation.updateMany({ where: { id: invitation.id }, data: { addressHash: hash } });
  }
}

/**
 * Before anybody is served: addresses are found by the way in which this version compares them. SQL cannot do it, because it
 * neither opens an address nor has the key of the hash. Done once; answers how many accounts moved.
 */
export async function compareAnew({ client, keys, asIdentity }: Pick<Deps, 'client' | 'keys' | 'asIdentity'>): Promise<number> {
  return asIdentity(client, async (db, now) => {
    const hand = await db.clockHand.findUnique({ where: { id: 1 }, select: { addresses: true } });
    if ((hand?.addresses ?? 0) >= addressComparison) return 0;
    const scope = { db, vault: createVault(db, keys), now };
    const moved = await moveAccounts(scope, keys);
    await moveInvitations(scope, keys);
    await db.clockHand.updateMany({ where: { id: 1 }, data: { addresses: addressComparison } });
    return moved;
  });
}

import type { Client } from '@parley/db/client';
import type { MasterKeys } from '@parley/db/seal';
import { createVault } from '@parley/db/vault';
import { baseCounter } from './rounds.ts';

/** What somebody sealed: a number, why, and how often they thought again. */
export type Sealed = { base: number; likelihood: number; reason: string; times: number };

type Where = { roundId?: string; debriefId?: string; authorId: string; ownerId: string };

/** Puts other answers into the place of what somebody sealed, past every rule: same rows, other content, size and revision. */
export async function rewriteSealed(client: Client, keys: MasterKeys, where: Where, answer: Sealed): Promise<void> {
  const vault = createVault(client, keys);
  const { roundId, debriefId, authorId, ownerId: owner } = where;
  const { base, likelihood, reason, times: rev } = answer;
  if (roundId) {
    const ref = { table: 'sealed_counter', id: `${roundId}:${authorId}`, owner, rev };
    const data = { rev, sealed: await vault.seal(ref, baseCounter(base, reason)) };
    await client.sealedCounter.update({ where: { roundId_authorId: { roundId, authorId } }, data });
  }
  if (debriefId) {
    const ref = { table: 'read', id: `${debriefId}:${authorId}`, owner, rev };
    const data = { rev, sealed: await vault.seal(ref, { likelihood, reason }) };
    await client.read.update({ where: { debriefId_authorId: { debriefId, authorId } }, data });
  }
}

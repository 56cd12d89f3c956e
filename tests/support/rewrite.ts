import type { Client } from '@parley/db/client';
import type { MasterKeys, SealRef } from '@parley/db/seal';
import { createVault } from '@parley/db/vault';
import type { Components } from '@parley/domain/compensation/components';
import { z } from 'zod';
import type { Things } from './stage.ts';

/** What may differ between two worlds that a reader must not tell apart. */
export type Secrets = {
  company: string;
  components: Partial<Components>;
  notes: string;
  receivedOn: string;
  walkAway: number | null;
  ownRead: number;
};

const anything = z.record(z.string(), z.unknown());

/** Writes other secrets into the same rows, past every rule: same ids, times and revisions, other content. */
export async function rewrite(client: Client, keys: MasterKeys, things: Things, secrets: Secrets): Promise<void> {
  const vault = createVault(client, keys);
  const owner = things.ownerId;
  const turn = async (ref: SealRef, sealed: Uint8Array, change: (content: Record<string, unknown>) => unknown) =>
    vault.seal(ref, change(await vault.open(ref, sealed, anything)));

  const opportunity = await client.opportunity.findUniqueOrThrow({ where: { id: things.opportunityId } });
  const named = await turn(
    { table: 'opportunity', id: opportunity.id, owner, rev: opportunity.rev },
    opportunity.sealed,
    (was) => ({
      ...was,
      company: secrets.company,
    }),
  );
  await client.opportunity.update({ where: { id: opportunity.id }, data: { sealed: named } });

  const version = await client.offerVersion.findFirstOrThrow({ where: { offerId: things.offerId } });
  const priced = await turn({ table: 'offer_version', id: version.id, owner, rev: 1 }, version.sealed, (was) => ({
    ...was,
    notes: secrets.notes,
    components: { ...anything.parse(was.components), ...secrets.components },
  }));
  await client.offerVersion.update({ where: { id: version.id }, data: { sealed: priced } });

  const offer = await client.offer.findUniqueOrThrow({ where: { id: things.offerId } });
  const framed = await turn({ table: 'offer', id: offer.id, owner, rev: offer.rev }, offer.sealed, (was) => ({
    ...was,
    receivedOn: secrets.receivedOn,
  }));
  await client.offer.update({ where: { id: offer.id }, data: { sealed: framed } });

  const limit = await client.walkAway.findUniqueOrThrow({ where: { negotiationId: things.negotiationId } });
  const walked = await turn({ table: 'walk_away', id: limit.negotiationId, owner, rev: limit.rev }, limit.sealed, (was) => ({
    ...was,
    base: secrets.walkAway,
  }));
  await client.walkAway.update({ where: { negotiationId: limit.negotiationId }, data: { sealed: walked } });

  const where = { debriefId_authorId: { debriefId: things.openDebriefId, authorId: owner } };
  const read = await client.read.findUniqueOrThrow({ where });
  const ref = { table: 'read', id: `${read.debriefId}:${read.authorId}`, owner, rev: read.rev };
  const guessed = await turn(ref, read.sealed, (was) => ({ ...was, likelihood: secrets.ownRead }));
  await client.read.update({ where, data: { sealed: guessed } });
}

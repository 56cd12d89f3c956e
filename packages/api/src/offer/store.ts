import type { Prisma } from '@parley/db/generated/client';
import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { content, frame as frameShape } from '@parley/domain/offer/input';
import type { Draft, Frame, Version } from '@parley/domain/offer/offer';
import type { Scope } from '../trpc.ts';

/** An offer with everything in it: what its owner gets, and what a reader's view is made from. Never sent to a reader. */
export type Offer = {
  offerId: string;
  opportunityId: string;
  ownerId: string;
  rev: number;
  updatedAt: string;
  frame: Frame;
  versions: (Version & { createdAt: string })[];
};

const whole = {
  item: { select: { ownerId: true, opportunityId: true } },
  versions: { orderBy: { number: 'asc' } },
} as const satisfies Prisma.OfferInclude;

function ref(id: string, owner: string, rev: number) {
  return { table: 'offer', id, owner, rev };
}

/** A version is written once, so its seal is bound to revision 1. */
function versionRef(id: string, owner: string) {
  return { table: 'offer_version', id, owner, rev: 1 };
}

async function openRow(scope: Scope, row: Prisma.OfferGetPayload<{ include: typeof whole }>): Promise<Offer> {
  const { ownerId, opportunityId } = row.item;
  const versions: Offer['versions'] = [];
  for (const { id, number, stage, sealed, createdAt } of row.versions)
    versions.push({
      number,
      stage,
      content: await scope.vault.open(versionRef(id, ownerId), sealed, content),
      createdAt: createdAt.toISOString(),
    });
  const frame = await scope.vault.open(ref(row.id, ownerId, row.rev), row.sealed, frameShape);
  return { offerId: row.id, opportunityId, ownerId, rev: row.rev, updatedAt: row.updatedAt.toISOString(), frame, versions };
}

/** An offer that the viewer may read. Throws not-found otherwise. */
export async function findOffer(scope: Scope, offerId: string): Promise<Offer> {
  const row = await scope.db.offer.findUnique({ where: { id: offerId }, include: whole });
  if (!row) throw notFound();
  return openRow(scope, row);
}

/** Makes an offer with no version yet, visible to its owner alone. */
export async function createOffer(scope: Scope, opportunityId: string, frame: Frame): Promise<Offer> {
  const id = newId();
  const ownerId = scope.viewer.id;
  await scope.db.item.createMany({ data: [{ id, kind: 'offer', ownerId, opportunityId, createdAt: scope.now }] });
  const sealed = await scope.vault.seal(ref(id, ownerId, 1), frame);
  await scope.db.offer.createMany({ data: [{ id, sealed, updatedAt: scope.now }] });
  return findOffer(scope, id);
}

/** Writes the next revision of what was loaded. Throws a conflict with the newer one when another came first. */
export async function saveFrame(scope: Scope, { offerId: id, ownerId, rev }: Offer, frame: Frame): Promise<Offer> {
  const sealed = await scope.vault.seal(ref(id, ownerId, rev + 1), frame);
  const data = { rev: rev + 1, sealed, updatedAt: scope.now };
  const { count } = await scope.db.offer.updateMany({ where: { id, rev }, data });
  const now = await findOffer(scope, id);
  if (count === 0) throw conflict(now);
  return now;
}

/** Puts a version on record and takes the draft out of hand; two at once take turns by the offer's revision. */
export async function addVersion(scope: Scope, loaded: Offer, version: Draft): Promise<Offer> {
  await saveFrame(scope, loaded, { ...loaded.frame, draft: null });
  const id = newId();
  const sealed = await scope.vault.seal(versionRef(id, loaded.ownerId), version.content);
  const number = (loaded.versions.at(-1)?.number ?? 0) + 1;
  const row = { id, offerId: loaded.offerId, number, stage: version.stage, sealed, createdAt: scope.now };
  await scope.db.offerVersion.createMany({ data: [row] });
  return findOffer(scope, loaded.offerId);
}

/** How many negotiations hang on the offer. */
export async function countNegotiations(scope: Scope, offerId: string): Promise<number> {
  return scope.db.negotiation.count({ where: { offerId } });
}

/** Ends an offer with its versions, shares and log. */
export async function removeOffer(scope: Scope, { offerId: id, rev }: Offer): Promise<void> {
  const { count } = await scope.db.offer.deleteMany({ where: { id, rev } });
  if (count === 0) throw conflict(await findOffer(scope, id));
  await scope.db.item.deleteMany({ where: { id } });
}

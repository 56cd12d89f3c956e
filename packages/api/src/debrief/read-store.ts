import type { Read, ReadsRound } from '@parley/domain/debrief/reads';
import { notFound } from '@parley/domain/kernel/error';
import type { Scope } from '../trpc.ts';

const sealOf = (debriefId: string, authorId: string, owner: string, rev: number) => ({
  table: 'read',
  id: `${debriefId}:${authorId}`,
  owner,
  rev,
});

/** Holds the debrief until the end of the transaction: sealing and revealing happen one after the other. */
export async function holdDebrief(scope: Scope, debriefId: string): Promise<void> {
  const held = await scope.db.$queryRaw<{ state: string | null }[]>`select hold_debrief(${debriefId}::uuid)::text as state`;
  if (!held[0]?.state) throw notFound();
}

/** Who can read the debrief, and who has sealed and not left since; neither when nor in which order. */
export async function findRound(scope: Scope, debriefId: string): Promise<ReadsRound> {
  const row = await scope.db.debrief.findUnique({
    where: { id: debriefId },
    select: { readsState: true, outcome: true, item: { select: { ownerId: true } } },
  });
  if (!row) throw notFound();
  const readers = await scope.db.$queryRaw<{ id: string }[]>`select id::text from item_readers(${debriefId}::uuid) as reader(id)`;
  const sealers = await scope.db.$queryRaw<{ id: string }[]>`select id::text from read_seats(${debriefId}::uuid) as seat(id)`;
  const { ownerId } = row.item;
  return {
    state: row.readsState,
    outcome: row.outcome,
    ownerId,
    readerIds: readers.map((reader) => reader.id).filter((id) => id !== ownerId),
    sealedIds: sealers.map((sealer) => sealer.id),
  };
}

/** Seals the viewer's read, or seals it anew: the last one counts. */
export async function sealRead(scope: Scope, debriefId: string, ownerId: string, read: Read): Promise<void> {
  const key = { debriefId, authorId: scope.viewer.id };
  const before = await scope.db.read.findUnique({ where: { debriefId_authorId: key }, select: { rev: true } });
  const rev = (before?.rev ?? 0) + 1;
  const sealed = await scope.vault.seal(sealOf(debriefId, key.authorId, ownerId, rev), read);
  if (before) await scope.db.read.updateMany({ where: { ...key, rev: before.rev }, data: { rev, sealed } });
  else await scope.db.read.createMany({ data: [{ ...key, rev, sealed }] });
}

/** Opens the reads. False when they were opened already. */
export async function openReads(scope: Scope, debriefId: string): Promise<boolean> {
  const opened = await scope.db.debrief.updateMany({
    where: { id: debriefId, readsState: 'unasked' },
    data: { readsState: 'open' },
  });
  return opened.count === 1;
}

/** Reveals all reads, at the owner's word. */
export async function revealReads(scope: Scope, debriefId: string): Promise<void> {
  await scope.db.debrief.updateMany({
    where: { id: debriefId, readsState: 'open' },
    data: { readsState: 'revealed', revealedAt: scope.now },
  });
}

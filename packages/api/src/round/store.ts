import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { RoundFields } from '@parley/domain/round/input';
import type { RoundDocument, RoundState } from '@parley/domain/round/round';
import type { RoundStanding } from '@parley/domain/round/seats';
import type { Scope } from '../trpc.ts';

/** A round without anything that was sealed in it. */
export type Round = {
  roundId: string;
  negotiationId: string;
  opportunityId: string;
  ownerId: string;
  number: number;
  rev: number;
  state: RoundState;
  quorum: number;
  named: boolean;
  deadlineAt: string | null;
  document: RoundDocument;
};

export type RoundTerms = Pick<Round, 'document' | 'quorum' | 'named' | 'deadlineAt'>;

const columns = {
  id: true,
  negotiationId: true,
  number: true,
  rev: true,
  state: true,
  quorum: true,
  named: true,
  deadlineAt: true,
  sealed: true,
  item: { select: { ownerId: true, opportunityId: true } },
} as const;

type Row = Omit<Round, 'roundId' | 'opportunityId' | 'ownerId' | 'deadlineAt' | 'document'> & {
  id: string;
  deadlineAt: Date | null;
  sealed: Uint8Array;
  item: { ownerId: string; opportunityId: string };
};

function ref(id: string, owner: string, rev: number) {
  return { table: 'round', id, owner, rev };
}

async function openRow(scope: Scope, { id, sealed, item, deadlineAt, ...row }: Row): Promise<Round> {
  const document = await scope.vault.open(ref(id, item.ownerId, row.rev), sealed, RoundFields);
  return { roundId: id, ...item, ...row, deadlineAt: deadlineAt?.toISOString() ?? null, document };
}

/** One round that the viewer may read. */
export async function findRound(scope: Scope, roundId: string): Promise<Round> {
  const row = await scope.db.round.findUnique({ where: { id: roundId }, select: columns });
  if (!row) throw notFound();
  return openRow(scope, row);
}

/** The owner's rounds of one negotiation, oldest first. */
export async function findRounds(scope: Scope, negotiationId: string): Promise<Round[]> {
  const rows = await scope.db.round.findMany({ where: { negotiationId }, select: columns, orderBy: { number: 'asc' } });
  return Promise.all(rows.map((row) => openRow(scope, row)));
}

/** Makes rounds of one negotiation take turns until the end of the transaction: their numbers follow each other. */
export async function holdRounds(scope: Scope, negotiationId: string): Promise<void> {
  await scope.db.$queryRaw`select hold_turn(hashtextextended(${`rounds ${negotiationId}`}, 0))::text`;
}

type RoundOrigin = { negotiationId: string; opportunityId: string; number: number };

/** Makes a draft that only the viewer sees. */
export async function createRound(scope: Scope, origin: RoundOrigin, terms: RoundTerms): Promise<string> {
  const id = newId();
  const ownerId = scope.viewer.id;
  const { negotiationId, opportunityId, number } = origin;
  const { document, deadlineAt, quorum, named } = terms;
  await scope.db.item.createMany({ data: [{ id, kind: 'round', ownerId, opportunityId, createdAt: scope.now }] });
  const sealed = await scope.vault.seal(ref(id, ownerId, 1), document);
  const row = { id, negotiationId, number, quorum, named, deadlineAt: at(deadlineAt), sealed, updatedAt: scope.now };
  await scope.db.round.createMany({ data: [row] });
  return id;
}

function at(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment);
}

/** Keeps what is asked, or another deadline. Throws a conflict with the newer round when somebody saved since `rev`. */
export async function saveRound(scope: Scope, before: Round, rev: number, terms: RoundTerms): Promise<void> {
  const { document, deadlineAt, quorum, named } = terms;
  const sealed = await scope.vault.seal(ref(before.roundId, before.ownerId, rev + 1), document);
  const saved = await scope.db.round.updateMany({
    where: { id: before.roundId, rev, state: before.state },
    data: { rev: rev + 1, sealed, quorum, named, deadlineAt: at(deadlineAt), updatedAt: scope.now },
  });
  if (saved.count === 0) throw conflict(await findRound(scope, before.roundId));
}

/** Holds the round until the end of the transaction: sealing, revealing and opening happen one after the other. */
export async function holdRound(scope: Scope, roundId: string): Promise<void> {
  const held = await scope.db.$queryRaw<{ state: string | null }[]>`select hold_round(${roundId}::uuid)::text as state`;
  if (!held[0]?.state) throw notFound();
}

/** Reveals a round that is due; the database looks for itself, by its own clock. True when it was this call. */
export async function revealDue(scope: Scope, roundId: string): Promise<boolean> {
  const done = await scope.db.$queryRaw<{ revealed: boolean }[]>`select reveal_round_when_due(${roundId}::uuid) as revealed`;
  return done[0]?.revealed === true;
}

/** Who can read the round, and who has sealed and not left since; neither when nor in which order. */
export async function findStanding(scope: Scope, roundId: string): Promise<RoundStanding> {
  const row = await scope.db.round.findUnique({
    where: { id: roundId },
    select: { state: true, quorum: true, deadlineAt: true, item: { select: { ownerId: true } } },
  });
  if (!row) throw notFound();
  const readers = await scope.db.$queryRaw<{ id: string }[]>`select id::text from item_readers(${roundId}::uuid) as reader(id)`;
  const sealers = await scope.db.$queryRaw<{ id: string }[]>`select id::text from round_seats(${roundId}::uuid) as seat(id)`;
  const { ownerId } = row.item;
  return {
    state: row.state,
    ownerId,
    readerIds: readers.map((reader) => reader.id).filter((id) => id !== ownerId),
    sealedIds: sealers.map((sealer) => sealer.id),
    quorum: row.quorum,
    deadlineAt: row.deadlineAt?.toISOString() ?? null,
  };
}

/** Takes the round from one state to the next at its owner's word. The caller holds it. */
export async function moveRound(scope: Scope, roundId: string, state: RoundState): Promise<void> {
  const moment = state === 'open' ? { openedAt: scope.now } : state === 'revealed' ? { revealedAt: scope.now } : {};
  await scope.db.round.updateMany({ where: { id: roundId }, data: { state, ...moment } });
}

/** Ends a round with what was sealed in it and its threads and shares. */
export async function removeRound(scope: Scope, roundId: string): Promise<void> {
  const removed = await scope.db.item.deleteMany({ where: { id: roundId, kind: 'round' } });
  if (removed.count === 0) throw notFound();
}

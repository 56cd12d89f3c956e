import type { SealRef } from '@parley/db/seal';
import type { Cadence, CouncilFacts, MeetingChange } from '@parley/domain/council/council';
import { CharterContent, CouncilContent } from '@parley/domain/council/input';
import { notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import type { Scope } from '../trpc.ts';

type Content = z.infer<typeof CouncilContent>;
type About = { name: string; purpose: string; cadence: Cadence; changes: MeetingChange[] };

export type CouncilDocument = About & {
  councilId: string;
  rev: number;
  closed: boolean;
  charterVersion: number;
  createdAt: string;
};

const councilRef = (id: string, rev: number): SealRef => ({ table: 'council', id, owner: id, rev });
const charterRef = (id: string, version: number): SealRef => ({ table: 'charter', id, owner: id, rev: version });

/** One change of seats at a time in a council: what the rules look at cannot change under them. */
export async function holdSeats({ db }: Pick<Scope, 'db'>, councilId: string): Promise<void> {
  await db.$executeRaw`select hold_turn(hashtextextended(${councilId}, 20))`;
}

/** What the rules need to know of a council. */
export async function findCouncilFacts({ db, now }: Pick<Scope, 'db' | 'now'>, councilId: string): Promise<CouncilFacts> {
  const council = await db.council.findUnique({ where: { id: councilId } });
  if (council === null) throw notFound();
  const seats = await db.membership.findMany({ where: { councilId } });
  const promised = await db.invitation.count({
    where: { councilId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
  });
  return { closed: council.closedAt !== null, charterVersion: council.charterVersion, seats, promised };
}

/** The council as its members read it. */
export async function findCouncil({ db, vault }: Pick<Scope, 'db' | 'vault'>, councilId: string): Promise<CouncilDocument> {
  const row = await db.council.findUnique({ where: { id: councilId } });
  if (row === null) throw notFound();
  const about: Content = await vault.open(councilRef(row.id, row.rev), row.sealed, CouncilContent);
  return {
    ...about,
    councilId: row.id,
    rev: row.rev,
    closed: row.closedAt !== null,
    charterVersion: row.charterVersion,
    createdAt: row.createdAt.toISOString(),
  };
}

/** The charter in force. */
export async function findCharter({ db, vault }: Pick<Scope, 'db' | 'vault'>, councilId: string, version: number) {
  const row = await db.charter.findUnique({ where: { councilId_version: { councilId, version } } });
  if (row === null) throw notFound();
  const { text } = await vault.open(charterRef(councilId, version), row.sealed, CharterContent);
  return { version, text, writtenAt: row.createdAt.toISOString() };
}

import type { Prisma } from '@parley/db/generated/client';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { opportunityDetails } from '@parley/domain/opportunity/input';
import { orderHistory } from '@parley/domain/opportunity/opportunity';
import type { Scope } from '../trpc.ts';
import type { Opportunity } from './rows.ts';

const whole = { stages: true } as const satisfies Prisma.OpportunityInclude;

type Row = Prisma.OpportunityGetPayload<{ include: typeof whole }>;

function ref(id: string, owner: string, rev: number) {
  return { table: 'opportunity', id, owner, rev };
}

function civilOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

async function openRow(scope: Scope, row: Row): Promise<Opportunity> {
  const { id, ownerId, rev, stage, stages } = row;
  const details = await scope.vault.open(ref(id, ownerId, rev), row.sealed, opportunityDetails);
  const history = stages.map((one) => ({ id: one.id, stage: one.stage, on: civilOf(one.on), at: one.at.toISOString() }));
  return { opportunityId: id, ownerId, rev, stage, details, history: orderHistory(history) };
}

/** The whole opportunity: for its owner only, everybody else gets a header. */
export async function findOpportunity(scope: Scope, opportunityId: string): Promise<Opportunity> {
  const where = { id: opportunityId, ownerId: scope.viewer.id };
  const row = await scope.db.opportunity.findFirst({ where, include: whole });
  if (!row) throw notFound();
  return openRow(scope, row);
}

/** Writes the next revision of what was loaded. Throws a conflict with the newer one when another came first. */
export async function saveOpportunity(
  scope: Scope,
  loaded: Opportunity,
  next: Pick<Opportunity, 'stage' | 'details'>,
): Promise<Opportunity> {
  const { opportunityId: id, ownerId, rev } = loaded;
  const sealed = await scope.vault.seal(ref(id, ownerId, rev + 1), next.details);
  const data = { rev: rev + 1, sealed, stage: next.stage, updatedAt: scope.now };
  const { count } = await scope.db.opportunity.updateMany({ where: { id, rev }, data });
  const now = await findOpportunity(scope, id);
  if (count === 0) throw conflict(now);
  return now;
}

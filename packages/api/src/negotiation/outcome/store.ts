import { conflict } from '@parley/domain/kernel/error';
import { OutcomeContent as OutcomeSchema } from '@parley/domain/negotiation/outcome/input';
import type { Outcome, OutcomeContent, OutcomeKind } from '@parley/domain/negotiation/outcome/outcome';
import type { Scope } from '../../trpc.ts';

/** An outcome without its revision. */
export type OutcomeNext = OutcomeContent & { kind: OutcomeKind; on: string };

function ref(id: string, owner: string, rev: number) {
  return { table: 'outcome', id, owner, rev };
}

function contentOf({ currency, package: final, words, anyway, outside, closing }: OutcomeContent): OutcomeContent {
  return { currency, package: final, words, anyway, outside, closing };
}

const midnight = (on: string) => new Date(`${on}T00:00:00Z`);

/** How it ended, or null while it has not. */
export async function findOutcome(scope: Scope, negotiationId: string, ownerId: string): Promise<Outcome | null> {
  const row = await scope.db.outcome.findUnique({ where: { negotiationId } });
  if (!row) return null;
  const content = await scope.vault.open(ref(negotiationId, ownerId, row.rev), row.sealed, OutcomeSchema);
  return { kind: row.kind, on: row.on.toISOString().slice(0, 10), rev: row.rev, ...content };
}

/** Writes down the end. Throws a conflict with the one that is there when another came first. */
export async function createOutcome(scope: Scope, negotiationId: string, ownerId: string, next: OutcomeNext): Promise<void> {
  const sealed = await scope.vault.seal(ref(negotiationId, ownerId, 1), contentOf(next));
  const data = [{ negotiationId, kind: next.kind, on: midnight(next.on), sealed }];
  const { count } = await scope.db.outcome.createMany({ data, skipDuplicates: true });
  if (count === 0) throw conflict(await findOutcome(scope, negotiationId, ownerId));
}

/** Writes the next revision. Throws a conflict with the newer one when another came first. */
export async function saveOutcome(
  scope: Scope,
  negotiationId: string,
  ownerId: string,
  rev: number,
  next: OutcomeNext,
): Promise<void> {
  const sealed = await scope.vault.seal(ref(negotiationId, ownerId, rev + 1), contentOf(next));
  const data = { rev: rev + 1, kind: next.kind, on: midnight(next.on), sealed };
  const { count } = await scope.db.outcome.updateMany({ where: { negotiationId, rev }, data });
  if (count === 0) throw conflict(await findOutcome(scope, negotiationId, ownerId));
}

/** Takes the end back. Throws a conflict with the newer one when another came first. */
export async function removeOutcome(scope: Scope, negotiationId: string, ownerId: string, rev: number): Promise<void> {
  const { count } = await scope.db.outcome.deleteMany({ where: { negotiationId, rev } });
  if (count === 0) throw conflict(await findOutcome(scope, negotiationId, ownerId));
}

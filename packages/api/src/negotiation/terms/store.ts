import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { TermContent as TermSchema } from '@parley/domain/negotiation/terms/input';
import type { Stated, Term, TermContent, TermState } from '@parley/domain/negotiation/terms/term';
import type { Scope } from '../../trpc.ts';

type Row = { id: string; rev: number; state: TermState; sealed: Uint8Array };
export type TermFound = { term: Term; negotiationId: string; ownerId: string };

function ref(id: string, owner: string, rev: number) {
  return { table: 'term', id, owner, rev };
}

function contentOf({ component, name, value, spoken, written, reason }: TermContent): TermContent {
  return { component, name, value, spoken, written, reason };
}

async function openRow(scope: Scope, ownerId: string, row: Row): Promise<Term> {
  const content = await scope.vault.open(ref(row.id, ownerId, row.rev), row.sealed, TermSchema);
  return { termId: row.id, rev: row.rev, state: row.state, ...content };
}

/** The terms in the order in which they were written down. */
export async function findTerms(scope: Scope, negotiationId: string, ownerId: string): Promise<Term[]> {
  const rows = await scope.db.term.findMany({ where: { negotiationId }, orderBy: [{ rank: 'asc' }, { id: 'asc' }] });
  return Promise.all(rows.map((row) => openRow(scope, ownerId, row)));
}

/** One term with whose it is. */
export async function findTerm(scope: Scope, id: string): Promise<TermFound> {
  const row = await scope.db.term.findUnique({
    where: { id },
    include: { negotiation: { select: { item: { select: { ownerId: true } } } } },
  });
  if (!row) throw notFound();
  const { ownerId } = row.negotiation.item;
  return { term: await openRow(scope, ownerId, row), negotiationId: row.negotiationId, ownerId };
}

/** Adds proposed terms after the last one, in the given order. */
export async function createTerms(
  scope: Scope,
  negotiationId: string,
  ownerId: string,
  contents: readonly TermContent[],
): Promise<Term[]> {
  const last = await scope.db.term.aggregate({ where: { negotiationId }, _max: { rank: true } });
  const first = (last._max.rank ?? 0) + 1;
  const made = contents.map((content): Term => ({ termId: newId(), rev: 1, state: 'proposed', ...content }));
  const data = await Promise.all(
    made.map(async (term, index) => ({
      id: term.termId,
      negotiationId,
      rank: first + index,
      state: term.state,
      sealed: await scope.vault.seal(ref(term.termId, ownerId, 1), contentOf(term)),
    })),
  );
  await scope.db.term.createMany({ data });
  return made;
}

/** Writes the next revision. Throws a conflict with the newer term when another came first. */
export async function saveTerm(scope: Scope, found: TermFound, rev: number, next: Stated): Promise<Term> {
  const id = found.term.termId;
  const sealed = await scope.vault.seal(ref(id, found.ownerId, rev + 1), contentOf(next));
  const { count } = await scope.db.term.updateMany({ where: { id, rev }, data: { rev: rev + 1, state: next.state, sealed } });
  if (count === 0) throw conflict((await findTerm(scope, id)).term);
  return { termId: id, rev: rev + 1, state: next.state, ...contentOf(next) };
}

/** Ends a term. Threads on it stay listed under its last words. */
export async function removeTerm(scope: Scope, id: string): Promise<void> {
  const { count } = await scope.db.term.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
}

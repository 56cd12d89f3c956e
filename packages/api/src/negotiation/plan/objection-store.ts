import { newId } from '@parley/db/id';
import type { Objection, ObjectionContent } from '@parley/domain/negotiation/plan/objection';
import type { Scope } from '../../trpc.ts';

function ref(id: string, owner: string, rev: number) {
  return { table: 'objection', id, owner, rev };
}

/** Adds objections after the last one, in the given order. */
export async function createObjections(
  scope: Scope,
  negotiationId: string,
  ownerId: string,
  contents: readonly ObjectionContent[],
): Promise<Objection[]> {
  const last = await scope.db.objection.aggregate({ where: { negotiationId }, _max: { rank: true } });
  const first = (last._max.rank ?? 0) + 1;
  const made = contents.map((content) => ({ objectionId: newId(), rev: 1, ...content }));
  const data = await Promise.all(
    made.map(async ({ objectionId: id, says, reply }, index) => ({
      id,
      negotiationId,
      rank: first + index,
      sealed: await scope.vault.seal(ref(id, ownerId, 1), { says, reply }),
    })),
  );
  await scope.db.objection.createMany({ data });
  return made;
}

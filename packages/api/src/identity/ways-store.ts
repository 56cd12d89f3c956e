import { newId } from '@parley/db/id';
import type { IdentityScope } from '../context.ts';

type Scope = Pick<IdentityScope, 'db'>;

/** One change of an account's ways in at a time: the same press that comes three times at once is done once. */
export async function takeTurn({ db }: Scope, accountId: string): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`ways ${accountId}`}, 0))::text`;
}

/** Tells somebody that how they sign in has changed, in the transaction that changes it. */
export async function tellWays({ db }: Scope, accountId: string): Promise<void> {
  const notice = { id: newId(), recipientId: accountId, actorId: accountId, kind: 'waysChanged' as const };
  await db.notification.createMany({ data: [notice] });
}

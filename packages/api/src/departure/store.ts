import type { IdentityScope } from '../context.ts';

/** Ends an account with all that is its own, and destroys its key. False when it was ended before. */
export async function endAccount({ db }: Pick<IdentityScope, 'db'>, accountId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ ended: boolean }[]>`select end_account(${accountId}::uuid) as ended`;
  return row?.ended === true;
}

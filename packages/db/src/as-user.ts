import type { Client, Tx } from './client.ts';

/** The two roles that serve requests; neither owns a table, neither passes row-level security. */
export type ServingRole = 'parley_user' | 'parley_identity';

const options = { maxWait: 4_000, timeout: 10_000 };

async function as<T>(client: Client, role: ServingRole, viewer: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return client.$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('role', ${role}, true), set_config('app.user_id', ${viewer}, true)`;
    return work(tx);
  }, options);
}

/** One transaction as one person: row-level security sees `accountId` as the viewer. */
export function asUser<T>(client: Client, accountId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return as(client, 'parley_user', accountId, work);
}

/** One transaction for what happens before there is a viewer: sign-up, sign-in, sessions, an invitation's link. */
export function asIdentity<T>(client: Client, work: (tx: Tx) => Promise<T>): Promise<T> {
  return as(client, 'parley_identity', '', work);
}

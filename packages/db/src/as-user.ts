import type { Client, Tx } from './client.ts';

/** The two roles that serve requests; neither owns a table, neither passes row-level security. */
export type ServingRole = 'parley_user' | 'parley_identity';

/** What a transaction does. `now` is the database's clock at its first statement: the only time a call knows. */
export type Work<T> = (tx: Tx, now: Date) => Promise<T>;

const options = { maxWait: 4_000, timeout: 10_000 };

async function as<T>(client: Client, role: ServingRole, viewer: string, work: Work<T>): Promise<T> {
  return client.$transaction(async (tx) => {
    const [first] = await tx.$queryRaw<{ now: Date }[]>`
      select set_config('role', ${role}, true), set_config('app.user_id', ${viewer}, true),
        set_config('timezone', 'UTC', true), set_config('statement_timeout', '5s', true),
        set_config('idle_in_transaction_session_timeout', '15s', true), moment() as now`;
    if (!first) throw new Error('The database did not say what time it is.');
    return work(tx, first.now);
  }, options);
}

/** One transaction as one person: row-level security sees `accountId` as the viewer. */
export function asUser<T>(client: Client, accountId: string, work: Work<T>): Promise<T> {
  return as(client, 'parley_user', accountId, work);
}

/** One transaction for what happens before there is a viewer: sign-up, sign-in, sessions, an invitation's link. */
export function asIdentity<T>(client: Client, work: Work<T>): Promise<T> {
  return as(client, 'parley_identity', '', work);
}

import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

export type Client = PrismaClient;

/** A transaction: the only thing that a store ever gets. */
export type Tx = Prisma.TransactionClient;

export type ClientOptions = {
  /** Connections at most. */
  max?: number;
  /** Milliseconds to wait for a connection, the queue for one included, before the answer is "unavailable". */
  acquireTimeout?: number;
  /** Told of errors on idle connections, which would otherwise end the process. */
  onError?: (error: Error) => void;
};

/** A pool with UTC, a statement timeout of 5 s and an error listener on every connection. */
export function createClient(url: string, options: ClientOptions = {}): Client {
  const onError = options.onError ?? (() => {});
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: options.max ?? 10,
      connectionTimeoutMillis: options.acquireTimeout ?? 3_000,
      statement_timeout: 5_000,
      idle_in_transaction_session_timeout: 15_000,
      options: '-c timezone=UTC',
    },
    { onPoolError: onError, onConnectionError: onError },
  );
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}

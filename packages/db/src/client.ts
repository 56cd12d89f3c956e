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
  /** Told of each statement before it is answered, for who watches while developing. */
  onStatement?: (text: string, values: () => string) => void;
};

/** A pool with an error listener on every connection; UTC and time limits are each transaction's own (`asUser`, `asIdentity`). */
export function createClient(url: string, options: ClientOptions = {}): Client {
  const onError = options.onError ?? (() => {});
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: options.max ?? 10,
      connectionTimeoutMillis: options.acquireTimeout ?? 3_000,
    },
    { onPoolError: onError, onConnectionError: onError },
  );
  const { onStatement } = options;
  if (!onStatement) return new PrismaClient({ adapter, errorFormat: 'minimal' });
  const told = new PrismaClient({ adapter, errorFormat: 'minimal', log: [{ emit: 'event', level: 'query' }] });
  told.$on('query', ({ query, params }) => onStatement(query, () => params));
  return told;
}

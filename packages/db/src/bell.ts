import pg from 'pg';

type Ring = () => void;

/** Hears in one connection that events were written, for everybody who listens on this server. */
export type Bell = {
  /** Rings whenever something may be there for this person; answers how to stop. The first one opens the connection. */
  hear: (accountId: string, ring: Ring) => () => void;
  close: () => Promise<void>;
};

const pause = (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds).unref());

/** Connects and listens. Throws when it cannot; `onLost` is told once when the connection has gone. */
async function listen(url: string, onNames: (names: string) => void, onLost: (error: Error) => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
    application_name: 'parley bell',
  });
  client.on('error', onLost);
  client.on('end', () => onLost(new Error('The connection that listens has ended.')));
  client.on('notification', ({ payload }) => onNames(payload ?? ''));
  try {
    await client.connect();
    await client.query('listen parley_event');
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Whether the line still answers: a silent one may have been cut without a word. */
const answers = (client: pg.Client) =>
  Promise.race([client.query('select').then(() => true), pause(3_000).then(() => false)]).catch(() => false);

/**
 * One listening connection a server, made again when it is lost. What was rung meanwhile is lost, so everybody is rung
 * whenever it listens anew: who is rung looks into the table, which forgets nothing.
 */
export function createBell(url: string, onError: (error: Error) => void = () => {}, checkEvery = 15_000): Bell {
  const rings = new Map<string, Set<Ring>>();
  let closed = false;
  let running: Promise<void> | null = null;
  let end = () => {};

  const ringAt = (names: Iterable<string>) => {
    for (const name of names) for (const ring of rings.get(name) ?? []) ring();
  };

  /** Listens until the connection is lost or the bell is closed. */
  async function once(): Promise<void> {
    let tell: (error: Error) => void = () => {};
    const lost = new Promise<Error>((done) => {
      tell = done;
    });
    end = () => tell(new Error('closed'));
    const client = await listen(url, (names) => ringAt(names.split(',')), tell);
    ringAt(rings.keys());
    const check = setInterval(() => {
      void answers(client).then((well) => (well ? undefined : tell(new Error('The connection that listens does not answer.'))));
    }, checkEvery);
    check.unref();
    const error = await (closed ? null : lost);
    clearInterval(check);
    await Promise.race([client.end().catch(() => {}), pause(1_000)]);
    if (error && !closed) throw error;
  }

  async function keepListening(): Promise<void> {
    for (let wait = 100; !closed; wait = Math.min(wait * 2, 2_000)) {
      const since = performance.now();
      await once().catch(onError);
      if (performance.now() - since > 5_000) wait = 100;
      if (!closed) await pause(wait);
    }
  }

  return {
    hear(accountId, ring) {
      const all = rings.get(accountId) ?? new Set();
      rings.set(accountId, all.add(ring));
      running ??= keepListening();
      return () => {
        all.delete(ring);
        if (all.size === 0 && rings.get(accountId) === all) rings.delete(accountId);
      };
    },
    async close() {
      closed = true;
      end();
      await running;
    },
  };
}

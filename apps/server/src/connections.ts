import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, Server as Listener } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const Incoming = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string().optional() }) }) });

/** Reads the caller's address: the socket's, or what the one trusted proxy in front of us says. */
export function sourceReader(trustProxy: boolean): (request: Request, env: unknown) => string {
  return (request, env) => {
    const forwarded = trustProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    if (forwarded) return forwarded;
    const found = Incoming.safeParse(env);
    return (found.success ? found.data.incoming.socket.remoteAddress : undefined) ?? 'unknown';
  };
}

const isStream = (response: ServerResponse) => String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');

/** How long nothing must have arrived before connections that are kept open are closed: a call may be on its way. */
const linger = 1_000;

/**
 * Stops listening once all who had connected before are let in: the system answers them before we do, and closing over
 * them would cut their first call off. Our own connection comes last in that queue.
 */
function stopListening(server: Server, onStop: () => void): Promise<void> {
  return new Promise((done) => {
    const address = server.address();
    // HTTP's own close would cut connections that seem idle, with a call already under way on the wire
    const close = () => {
      Listener.prototype.close.call(server, () => done());
      onStop();
    };
    if (typeof address !== 'object' || address === null) throw new Error('This server listens at no port.');
    const host = address.address.replace(/^0\.0\.0\.0$/, '127.0.0.1').replace(/^::$/, '::1');
    const last = connect(address.port, host);
    const late = setTimeout(close, 3_000);
    const end = () => {
      clearTimeout(late);
      last.destroy();
      close();
    };
    last.once('error', end);
    server.on('connection', ({ remotePort }) => {
      if (remotePort === last.localPort) end();
    });
  });
}

/**
 * Ends a server without losing an answer: no new connections; what is in flight, and what arrives on connections that
 * are kept open, is answered with `Connection: close`; then streams are cut (their clients come back by themselves).
 * At most `patience` ms.
 */
export function createDrain(server: Server): (patience: number) => Promise<void> {
  const open = new Set<ServerResponse>();
  let draining = false;
  let heard = 0;
  const leave = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    heard = performance.now();
    open.add(response);
    response.once('close', () => open.delete(response));
    if (draining) leave(response);
  });
  const busy = () => [...open].some((response) => !isStream(response));
  return async (patience) => {
    const from = performance.now();
    // asked to leave earlier, callers would connect anew while we close
    const closed = stopListening(server, () => {
      draining = true;
      for (const response of open) leave(response);
    });
    heard = from;
    // what has arrived is read between two looks, however busy we are
    const isQuiet = () => draining && performance.now() - heard > linger && !busy();
    for (let quiet = 0; quiet < 3 && performance.now() - from < patience; quiet = isQuiet() ? quiet + 1 : 0) await sleep(20);
    server.closeAllConnections();
    await closed;
  };
}

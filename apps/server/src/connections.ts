import type { IncomingMessage, Server, ServerResponse } from 'node:http';
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

/**
 * Ends a server without losing an answer: no new connections, what is in flight is answered with
 * `Connection: close`, then streams are cut (their clients come back by themselves). At most `patience` ms.
 */
export function createDrain(server: Server): (patience: number) => Promise<void> {
  const open = new Set<ServerResponse>();
  let draining = false;
  const leave = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (draining) leave(response);
  });
  return async (patience) => {
    draining = true;
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const response of open) leave(response);
    server.closeIdleConnections();
    const until = Date.now() + patience;
    while ([...open].some((response) => !isStream(response)) && Date.now() < until) {
      await new Promise((done) => setTimeout(done, 20));
    }
    server.closeAllConnections();
    await closed;
  };
}

import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Socket } from 'node:net';

/** What came back, byte for byte; status 0 when the connection was cut instead. */
export type Reply = { status: number; body: string; headers: string };

export type Sending = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

export const freshKey = () => randomBytes(16).toString('hex');

/** The headers of a call as our own page makes it. */
export const ownHeaders = (cookie: string): Record<string, string> => ({
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
  'x-parley-key': freshKey(),
  ...(cookie ? { cookie } : {}),
});

/** Sends what a browser would never: any method, any header, any body. A stream is looked at until its first words. */
export function createWire(origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const { hostname, port } = new URL(origin);
  const quiet = new WeakSet<Socket>();
  const send = (path: string, { method = 'POST', headers = {}, body = '' }: Sending): Promise<Reply> =>
    new Promise((done) => {
      const outgoing = request({ agent, host: hostname, port, path, method, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        const end = () =>
          done({
            status: incoming.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
            headers: incoming.rawHeaders.join('\n'),
          });
        const isStream = String(incoming.headers['content-type']).startsWith('text/event-stream');
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (!isStream || !chunk.includes('data: ')) return;
          end();
          outgoing.destroy();
        });
        incoming.on('end', end);
        incoming.on('error', end);
      });
      // a refusal may come, and the connection go, while the body is still being written
      outgoing.on('socket', (socket) => {
        if (quiet.has(socket)) return;
        quiet.add(socket);
        socket.on('error', () => {});
      });
      outgoing.on('error', (error) => done({ status: 0, body: error.message, headers: '' }));
      outgoing.end(body);
    });
  return {
    send,
    /** One call as our own page makes it; `body` is JSON, or what only looks like it. */
    call(path: string, cookie: string, body: string, more: Record<string, string> = {}): Promise<Reply> {
      const headers = { ...ownHeaders(cookie), ...more };
      if (path !== 'stream.follow') return send(`/trpc/${path}`, { headers, body });
      const address = `/trpc/stream.follow?input=${encodeURIComponent(body)}`;
      return send(address, { method: 'GET', headers: { ...headers, accept: 'text/event-stream' } });
    },
    close: () => agent.destroy(),
  };
}

export type Wire = ReturnType<typeof createWire>;

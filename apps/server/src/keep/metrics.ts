import { createServer } from 'node:http';
import { policy } from '@parley/api/policy';
import type { MiddlewareHandler } from 'hono';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { version } from '../version.ts';

/** `listen` answers where they are. */
export type Metrics = { count: MiddlewareHandler; listen: (port: number) => Promise<string> };

/** A procedure by its name, or what kind of thing was asked for: never what a person typed, never who they are. */
export function labelOf(path: string): string {
  const [, name = ''] = /^\/trpc\/([\w.]+)$/.exec(path) ?? [];
  if (Object.hasOwn(policy, name)) return name;
  if (/^\/trpc\/[\w.]+,/.test(path)) return 'batch';
  return /^\/(health|assets)(?=\/|$)/.exec(path)?.[1] ?? 'page';
}

/** Figures of this server for Prometheus, at a port of their own that nobody outside reaches. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  new Gauge({ name: 'parley_info', help: 'The version that runs.', labelNames: ['version'], registers: [register] }).set(
    { version },
    1,
  );
  const seconds = new Histogram({
    name: 'parley_request_seconds',
    help: 'How long requests took, by procedure and by how they ended.',
    labelNames: ['path', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [register],
  });
  const open = new Gauge({ name: 'parley_requests_open', help: 'Requests that are being answered.', registers: [register] });
  return {
    count: async (c, next) => {
      const started = performance.now();
      open.inc();
      try {
        await next();
      } finally {
        open.dec();
        const status = `${Math.floor(c.res.status / 100)}xx`;
        seconds.observe({ path: labelOf(c.req.path), status }, (performance.now() - started) / 1_000);
      }
    },
    listen: (port) =>
      new Promise((done, failed) => {
        const server = createServer((request, response) => {
          if (request.url !== '/metrics') return void response.writeHead(404).end();
          register.metrics().then(
            (text) => response.writeHead(200, { 'Content-Type': register.contentType }).end(text),
            () => response.writeHead(500).end(),
          );
        });
        server.once('error', failed);
        server.listen(port, '127.0.0.1', () => {
          const address = server.address();
          done(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/metrics`);
        });
        server.unref();
      }),
  };
}

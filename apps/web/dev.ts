import { createServer as createHttpServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer, type ProxyOptions } from 'vite';

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** A call waits for a server that is just starting anew, instead of failing; half a minute, then the proxy says so. */
async function waitFor(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await answers(port)) return;
    await sleep(100);
  }
}

/** Screens that reload by themselves, and word of each save of what the server is made of. */
export type Screens = { onSave: (heard: () => void) => void; close: () => Promise<void> };

const behind = ['packages', 'apps/server/src', 'prisma'].map((path) => resolve(import.meta.dirname, '../..', path));
const counts = (path: string) =>
  behind.some((folder) => path.startsWith(`${folder}/`)) &&
  /\.ts$/.test(path) &&
  !/\/(node_modules|dist)\/|\.test\.ts$/.test(path);

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
}

/** The screens of who develops, on `port` of this machine, with calls passed on to the server on `api`. Throws when the port is taken. */
export async function serveScreens(port: number, api: number): Promise<Screens> {
  const proxy: ProxyOptions = { target: `http://127.0.0.1:${api}`, bypass: () => waitFor(api) };
  const server = createHttpServer((request, response) => vite.middlewares(request, response));
  const vite = await createServer({
    configFile: `${import.meta.dirname}/vite.config.ts`,
    clearScreen: false,
    logLevel: 'warn',
    server: {
      // ours: Vite's own would leave at a signal before the others have ended
      middlewareMode: true,
      hmr: { server },
      proxy: { '/trpc': proxy, '/events': proxy, '/health': proxy, '/calendar': proxy },
    },
  });
  await listen(server, port);
  vite.watcher.add(behind);
  return {
    onSave(heard) {
      vite.watcher.on('all', (_, path) => {
        if (counts(path)) heard();
      });
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await vite.close();
    },
  };
}

/** The gallery of components alone, without a server behind it: for the test that photographs it. */
export async function serveGallery(port: number): Promise<Pick<Screens, 'close'>> {
  const vite = await createServer({
    configFile: `${import.meta.dirname}/vite.config.ts`,
    logLevel: 'error',
    // what it needs is known before the page asks: nothing reloads under the test
    optimizeDeps: { entries: ['gallery/main.tsx'] },
    server: { host: '127.0.0.1', port, strictPort: true, watch: null, hmr: false },
  });
  await vite.listen();
  return vite;
}

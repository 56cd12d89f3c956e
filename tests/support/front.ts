import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { freePort } from './free-port.ts';

/** What stands before a real server, so that a test can take it away, or have it serve another version. */
export type Front = {
  url: string;
  /** No answer at all, as without a network. */
  away: boolean;
  /** Every hashed file is gone, as after a new version was installed. */
  gone: boolean;
  /** The same screens under other names: what a browser sees of a new version. */
  renewed: boolean;
  close: () => Promise<void>;
};

const second = '/assets/second.js';

async function fetchText(url: string): Promise<string> {
  return (await fetch(url)).text();
}

export async function openFront(behind: string): Promise<Front> {
  const port = await freePort();
  const entry = /src="(\/assets\/[^"]+)"/.exec(await fetchText(behind))?.[1] ?? '';
  const front: Front = { url: `http://localhost:${port}`, away: false, gone: false, renewed: false, close };
  const renew = (text: string) =>
    text.replaceAll(entry, second).replace(/const name = 'shell-\w+'/, "const name = 'shell-second'");

  async function answer(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { pathname } = new URL(from.url ?? '/', front.url);
    if (front.away) return void from.socket.destroy();
    if (front.gone && pathname.startsWith('/assets/')) return void to.writeHead(404).end();
    const isShell = pathname === '/worker.js' || (!pathname.includes('.') && from.headers['sec-fetch-mode'] === 'navigate');
    if (front.renewed && (isShell || pathname === '/index.html')) {
      const given = await fetch(`${behind}${pathname}`);
      const type = given.headers.get('content-type') ?? '';
      return void to.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(renew(await given.text()));
    }
    // the same module by another name: other files know the first one by its own, and it must run once
    if (front.renewed && pathname === second)
      return void to.writeHead(200, { 'content-type': 'text/javascript' }).end(`import '${entry}';`);
    const { hostname, port: portBehind } = new URL(behind);
    const on = { hostname, port: portBehind, path: from.url, method: from.method, headers: from.headers };
    const passed = request(on, (back) => {
      to.writeHead(back.statusCode ?? 502, back.headers);
      back.pipe(to);
    });
    passed.on('error', () => to.destroy());
    to.on('close', () => passed.destroy());
    from.pipe(passed);
  }

  const server = createServer((from, to) => void answer(from, to));
  await new Promise<void>((done) => void server.listen(port, 'localhost', done));
  function close(): Promise<void> {
    server.closeAllConnections();
    return new Promise((done) => void server.close(() => done()));
  }
  return front;
}

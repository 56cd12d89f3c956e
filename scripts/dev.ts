import { createServer } from 'node:net';
import { startEmbedded } from '@parley/db/embedded';
import { StartRefused } from '@parley/db/lock';
import type { BuildOptions } from 'esbuild';
import { readSettings, type Settings } from '../apps/server/src/env.ts';
import { serveScreens } from '../apps/web/dev.ts';
import { startServer } from './dev-server.ts';

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? done(address.port) : failed(new Error('no free port'))));
    });
  });
}

const untilAsked = () =>
  new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => done());
  });

function say(dataFolder: string, databaseUrl: string | null): void {
  const data = databaseUrl ? 'on the server of DATABASE_URL' : `in ${dataFolder}`;
  process.stdout.write(`Development: when you save, screens reload and the server restarts. Data ${data}.\n`);
}

/** Screens on the port that was asked for, a server behind them, and a database that stays up while both come and go. */
async function serve({ port: wanted, databaseUrl, dataFolder }: Settings, bundle: BuildOptions): Promise<void> {
  const asked = untilAsked();
  const port = wanted || (await freePort());
  const api = await freePort();
  const screens = await serveScreens(port, api).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new StartRefused(`Port ${port} is taken by another program. Set PORT to another one.`) : error;
  });
  const embedded = databaseUrl ? null : await startEmbedded({ folder: dataFolder });
  say(dataFolder, databaseUrl);
  const server = await startServer(bundle, {
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    PORT: String(api),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl ?? embedded?.url ?? '',
    PARLEY_DEVELOPMENT: `http://localhost:${port}`,
  });
  screens.onSave(() => server.renew());
  await asked;
  await server.stop();
  await screens.close();
  await embedded?.stop();
}

/** Serves until Ctrl-C or SIGTERM. */
export async function develop(bundle: BuildOptions): Promise<never> {
  try {
    await serve(readSettings(), bundle);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`Parley did not start. ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof Error && !(error instanceof StartRefused)) process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  }
}

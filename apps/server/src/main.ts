import { Server } from 'node:http';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '@parley/api/app';
import { doWhatIsDue, tellTakenSeats } from '@parley/api/clock';
import { sweep } from '@parley/api/identity/store';
import { compareAnew } from '@parley/api/invitation/compare-act';
import { endLanded } from '@parley/api/landing/act';
import { declareMail, type PostDeps, sendLetters, writeLetters } from '@parley/api/post';
import { tellNearing } from '@parley/api/today/near-act';
import { StartRefused } from '@parley/db/lock';
import { missingIn } from '@parley/db/migrate';
import { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { accessLog } from './access-log.ts';
import { createDrain, sourceReader } from './connections.ts';
import { type House, openHouse } from './deps.ts';
import { readSettings, type Settings } from './env.ts';
import { faultLine } from './fault.ts';
import { createMetrics, type Metrics } from './keep/metrics.ts';
import { keepPresence } from './keep/presence.ts';
import { createMailer } from './mailer.ts';
import { createPusher, pushKeysOf } from './pusher.ts';
import { migrations, root, version } from './version.ts';
import { createWeb, strictHeaders } from './web.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function createServer(house: House, settings: Settings, log: Logger, metrics: Metrics | null): Server {
  const app = new Hono();
  if (metrics) app.use(metrics.count);
  app.use(accessLog(log), strictHeaders);
  app.route('/', createApp({ ...house.deps, sourceOf: sourceReader(settings.trustProxy) }));
  app.route('/', createWeb(join(root, 'apps/web/dist')));
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { connectionsCheckingInterval: 1_000 } });
  if (!(server instanceof Server)) throw new Error('An HTTP/1.1 server was expected.');
  server.headersTimeout = 10_000;
  // longer than a proxy keeps one (nginx 60 s, Caddy 120 s), or it sends a call into a line that we have just closed
  server.keepAliveTimeout = 125_000;
  // the whole body of a call; 5 MB over a slow line take their time
  server.requestTimeout = 120_000;
  // who does not read for a minute is let go; streams say something more often
  server.timeout = 60_000;
  return server;
}

function listen(server: Server, { port, host }: Settings): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      failed(taken ? new StartRefused(`Port ${port} is taken by another program. Set PORT to another one.`) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * SIGTERM or SIGINT: answer what is in flight, close the database, leave with 0; within 10 s whatever happens.
 * One that comes before we listen is kept until the start is far enough to end cleanly.
 */
function endOnSignal(log: Logger, asked: AbortController): (server: Server, house: House) => void {
  let end = () => {};
  const hear = () => {
    if (asked.signal.aborted) return;
    asked.abort();
    end();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, hear);
  return (server, house) => {
    const drain = createDrain(server);
    end = () => {
      setTimeout(() => process.exit(1), 9_500).unref();
      void drain(6_000)
        .then(() => house.close())
        .then(() => {
          log.info('stopped');
          process.exit(0);
        });
    };
    if (asked.signal.aborted) end();
  };
}

/** Every hour, and soon after the start: what has served its time goes. A failure waits for the next hour. */
function sweepHourly({ deps }: House, log: Logger): void {
  const run = () => {
    const work = deps.asIdentity(deps.client, (db, now) => sweep({ db, now }));
    const servers = deps.client.$executeRaw`delete from instance where seen_at < moment() - interval '1 day'`;
    const attempts = deps.client.$executeRaw`delete from attempt where ends_at <= moment()`;
    Promise.all([work, servers, attempts]).catch((error: unknown) =>
      log.warn(faultLine(error), 'the sweep waits for its next hour'),
    );
  };
  setTimeout(run, 60_000).unref();
  setInterval(run, 3_600_000).unref();
}

/** Every second what has just become due, every minute all that is, seats every five seconds, what nears every ten minutes; one at a time. A failure waits for the next second. */
function keepTime({ deps }: House, log: Logger): void {
  let seconds = 0;
  let busy = false;
  const run = () => {
    if (busy) return;
    busy = true;
    const second = seconds++;
    doWhatIsDue(deps.line, second % 60 !== 0)
      .then(() => (second % 5 === 0 ? tellTakenSeats(deps.line) : undefined))
      .then(() => (second % 60 === 0 ? endLanded(deps) : undefined))
      .then(() => (second % 600 === 30 ? tellNearing(deps) : undefined))
      .catch((error: unknown) => log.warn(faultLine(error), 'what is due waits for the next second'))
      .finally(() => {
        busy = false;
      });
  };
  setInterval(run, 1_000).unref();
}

/** Every five seconds what is due leaves by mail and to devices, one round at a time. A failure waits for the next. */
async function keepPost({ deps }: House, { mail, push }: Settings, log: Logger): Promise<void> {
  const keys = push && pushKeysOf(deps.keys);
  await declareMail(deps.line, mail !== null, keys?.publicKey ?? null);
  if (!mail && !push) return;
  const pusher = push && keys && createPusher({ keys, ...push });
  const post: PostDeps = { ...deps, mailer: mail && createMailer(mail), pusher, origin: mail?.origin ?? '' };
  let busy = false;
  const run = () => {
    if (busy) return;
    busy = true;
    writeLetters(post)
      .then(() => sendLetters(post))
      .catch((error: unknown) => log.warn(faultLine(error), 'the post waits for its next round'))
      .finally(() => {
        busy = false;
      });
  };
  setInterval(run, 5_000).unref();
}

/** The demo's story, told to its own database before anybody is served. */
async function tellDemo(house: House): Promise<string> {
  const { seedDemo, signIns } = await import('../../../prisma/seed.ts');
  await seedDemo(house.deps, () => say('Setting up the demo…'));
  return signIns();
}

/** What this start has done to the database, in words. */
function sayUpgrade({ applied }: House): void {
  const [first] = applied;
  const isNew = first === missingIn(migrations, [])[0];
  if (!first || isNew) return;
  const count = `${applied.length} migration${applied.length === 1 ? '' : 's'}`;
  say(`Parley ${version}: the database was brought up to date by ${count}. An older Parley does not start on it any more.`);
}

async function start(settings: Settings, log: Logger, asked: AbortController): Promise<void> {
  const endWith = endOnSignal(log, asked);
  let house = await openHouse(settings, log, migrations, asked.signal);
  try {
    await compareAnew(house.deps);
    sayUpgrade(house);
    const demo = settings.demo ? await tellDemo(house) : null;
    house = await keepPresence(house, settings, log);
    const metrics = settings.metricsPort === null ? null : createMetrics();
    if (metrics) say(`Metrics: ${await metrics.listen(settings.metricsPort ?? 0)}`);
    const server = createServer(house, settings, log, metrics);
    const port = await listen(server, settings);
    endWith(server, house);
    sweepHourly(house, log);
    keepTime(house, log);
    await keepPost(house, settings, log);
    say(
      `Parley is ready: ${settings.development ?? `http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`}`,
    );
    if (demo !== null) say(demo);
  } catch (error) {
    await house.close();
    throw error;
  }
}

function giveUp(error: unknown): never {
  const known = error instanceof StartRefused;
  process.stderr.write(`Parley did not start. ${error instanceof Error ? error.message : String(error)}\n`);
  if (!known) process.stderr.write(`${JSON.stringify(faultLine(error))}\n`);
  process.exit(1);
}

const asked = new AbortController();
try {
  const settings = readSettings();
  const log = pino({ level: settings.logLevel, base: null });
  process.on('unhandledRejection', (error) => log.error(faultLine(error), 'a promise was left alone'));
  await start(settings, log, asked);
} catch (error) {
  if (asked.signal.aborted) process.exit(0);
  giveUp(error);
}

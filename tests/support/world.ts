import { randomBytes } from 'node:crypto';
import { createApp } from '@parley/api/app';
import { doWhatIsDue, tellTakenSeats } from '@parley/api/clock';
import type { Deps } from '@parley/api/context';
import { createSessionPort } from '@parley/api/identity/session';
import { endLanded } from '@parley/api/landing/act';
import { createLimits } from '@parley/api/limit';
import { policy } from '@parley/api/policy';
import type { AppRouter } from '@parley/api/router';
import { stale } from '@parley/api/stale';
import { createStreams } from '@parley/api/streams';
import { asIdentity, asUser } from '@parley/db/as-user';
import { createBell } from '@parley/db/bell';
import { type Client, createClient } from '@parley/db/client';
import { newId } from '@parley/db/id';
import { createLine, type Line } from '@parley/db/line';
import { firstCanary, keysOf } from '@parley/db/master';
import { createMemory } from '@parley/db/memory';
import type { MasterKeys } from '@parley/db/seal';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import { Hono } from 'hono';
import { startClock } from './clock.ts';
import { freshDatabase } from './database.ts';
import { followUrl, glance } from './follower.ts';
import { keepOutgoing } from './outgoing.ts';
import { holdToTold } from './told-line.ts';

export type Answer = { status: number; body: string; headers: Headers };

/** Somebody at a browser: typed calls by `api`, raw ones by `post`. */
export type Person = {
  id: string;
  name: string;
  email: string;
  password: string;
  api: TRPCClient<AppRouter>;
  /** One raw call; a press key is made when none is given. */
  post: (path: string, input: unknown, headers?: Record<string, string>) => Promise<Answer>;
  cookie: () => string;
  /** What stands for the network in a window of this person's. */
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** The same person in another window, of another server if given: what happens to its cookie does not touch this one. */
  twin: (server?: Hono) => Person;
};

/** Where somebody is, how their numbers are written, and in what they count. */
export type Manner = { timeZone: string; locale: string; currency: string };

/** Where people find this Parley, in tests. */
export const testOrigin = 'https://parley.example';

/** Everybody's, in tests. */
export const testPassword = 'correct horse battery table';

export type World = {
  app: Hono;
  /** The database past all walls: for looking, and for bending what no person could. */
  client: Client;
  /** As Parley itself uses it. */
  url: string;
  adminUrl: string;
  keys: MasterKeys;
  /** What the keys are derived from. */
  master: Buffer;
  deps: Deps;
  /** Everything that was reported as a fault of ours. */
  faults: { id: string; path: string; error: unknown }[];
  /** What time it is in this world. */
  now: () => Promise<Date>;
  /** Stops this world's one clock at a moment; null lets it go on as if it had never been stopped. */
  setClock: (at: Date | null) => Promise<void>;
  /** What the server's clock does every minute. */
  tick: () => Promise<number>;
  anonymous: () => Person;
  /** Signs up and in; reads and counts as in Vienna, in English and euros, unless said otherwise. */
  person: (name: string, manner?: Partial<Manner>) => Promise<Person>;
  /** A council with these members; the first is its moderator. */
  council: (name: string, members: readonly Person[]) => Promise<string>;
  close: () => Promise<void>;
};

/** The plain headers that the typed client sets, whatever form it gives them in. */
function headersOf(given: unknown): Headers {
  const pairs = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  return new Headers(pairs.flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])));
}

function splitCookie(pair: string): [string, string][] {
  const at = pair.indexOf('=');
  return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]];
}

function createPerson(app: Hono, name: string, known: Partial<Person> = {}): Person {
  const jar = new Map((known.cookie?.() ?? '').split('; ').flatMap(splitCookie));
  const cookie = () => [...jar].map(([called, value]) => `${called}=${value}`).join('; ');
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie())
      for (const [called, value] of splitCookie(line.split(';', 1).join(''))) jar.set(called, value);
  };
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (!headers.has('content-type') || typeof init.body === 'string') headers.set('content-type', 'application/json');
    headers.set('sec-fetch-site', 'same-origin');
    if (!headers.has('x-parley-key')) headers.set('x-parley-key', randomBytes(16).toString('hex'));
    if (jar.size > 0) headers.set('cookie', cookie());
    const response = await app.request(path, { ...init, headers });
    keep(response);
    return response;
  };
  const person: Person = {
    id: known.id ?? '',
    name,
    email: known.email ?? `${name.toLowerCase().replaceAll(' ', '.')}.${newId().slice(-6)}@example.org`,
    password: testPassword,
    cookie,
    fetch: send,
    twin: (server = app) => createPerson(server, name, person),
    async post(path, input, headers = {}) {
      if (path === 'stream.follow')
        return glance(await send(followUrl(input), { headers: { ...headers, accept: 'text/event-stream' } }));
      const response = await send(`/trpc/${path}`, { method: 'POST', body: JSON.stringify(input) ?? '', headers });
      return { status: response.status, body: await response.text(), headers: response.headers };
    },
    api: createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: 'http://localhost/trpc',
          methodOverride: 'POST',
          fetch: (url, init) =>
            send(String(url).replace('http://localhost', ''), {
              method: 'POST',
              body: String(init?.body ?? ''),
              headers: headersOf(init?.headers),
            }),
        }),
      ],
    }),
  };
  return person;
}

async function signUp(app: Hono, name: string, manner: Partial<Manner> = {}): Promise<Person> {
  const person = createPerson(app, name);
  const profile = { email: person.email, password: person.password, displayName: name };
  const usual = { timeZone: 'Europe/Vienna', locale: 'en-GB', currency: 'EUR' };
  await person.api.identity.signUp.mutate({ ...profile, ...usual, ...manner });
  await person.api.identity.signIn.mutate({ email: person.email, password: person.password });
  const me = await person.api.identity.me.query();
  person.id = me.id;
  return person;
}

/** What a test puts in the place of the real thing. `line` gets the real one and one past row-level security. */
type Change = Partial<Omit<Deps, 'line'>> & { line?: (real: Line, past: Line) => Line };

/** The working keys of a master key that is this database's first. */
async function layKeys(client: Client, master: Buffer): Promise<MasterKeys> {
  await client.canary.createMany({ data: [firstCanary(master)] });
  const keys = keysOf(await client.canary.findMany(), [master]);
  if (!keys) throw new Error('A master key does not know its own canary.');
  return keys;
}

/** The real app; what a calendar program fetches from it is kept for the end of the run. */
function serve(deps: Deps): Hono {
  const app = new Hono();
  app.use('/calendar/*', async (c, next) => {
    await next();
    if (c.res.ok) keepOutgoing('calendar', await c.res.clone().text());
  });
  return app.route('/', createApp({ ...deps, sourceOf: () => '192.0.2.1' }));
}

/** A world of its own: fresh database, the real app, a clock that begins at one moment and can be set. */
export async function createWorld({ line: choose, ...change }: Change = {}): Promise<World> {
  const database = await freshDatabase();
  const serving = createClient(database.servedUrl, { max: 4, acquireTimeout: 5_000 });
  const client = createClient(database.adminUrl, { max: 2, acquireTimeout: 5_000 });
  const master = randomBytes(32);
  const keys = await layKeys(client, master);
  const clock = await startClock(client);
  const faults: World['faults'] = [];
  const real = createLine(database.servedUrl, { max: 4, acquireTimeout: 5_000 });
  const past = createLine(database.adminUrl, { max: 2, acquireTimeout: 5_000, role: 'none' });
  const bell = createBell(database.url);
  const deps: Deps = {
    client: serving,
    line: holdToTold(choose?.(real, past) ?? real),
    memory: createMemory(),
    keys,
    origin: testOrigin,
    policy,
    stale,
    streams: createStreams(bell),
    // a thousand refusals a file are not waited for
    refusalStep: 0,
    asUser,
    asIdentity,
    sessions: createSessionPort((work) => (change.asIdentity ?? asIdentity)(serving, work)),
    limits: createLimits({ scale: 10_000 }),
    health: async () => [{ what: 'Disk', well: true, says: '12.0 GB free' }],
    report: (failure) => faults.push(failure),
    ...change,
  };
  const app = serve(deps);
  return {
    app,
    client,
    url: database.url,
    adminUrl: database.adminUrl,
    keys,
    master,
    deps,
    faults,
    now: clock.now,
    setClock: clock.set,
    async tick() {
      await tellTakenSeats(deps.line);
      await endLanded(deps);
      return doWhatIsDue(deps.line, false);
    },
    anonymous: () => createPerson(app, 'Nobody'),
    person: (name, manner) => signUp(app, name, manner),
    council: (name, members) => foundCouncil(name, members),
    async close() {
      for (const one of [client, serving]) await one.$disconnect();
      for (const one of [bell, real, past]) await one.close();
      await database.drop();
    },
  };
}

async function foundCouncil(name: string, members: readonly Person[]): Promise<string> {
  const [chair, ...others] = members;
  if (!chair) throw new Error('A council needs somebody to found it.');
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  const { councilId } = await chair.api.council.create.mutate({
    name,
    purpose: '',
    cadence,
    charter: 'We keep what we hear here.',
  });
  for (const member of others) {
    const { link } = await chair.api.invitation.create.mutate({ councilId, email: member.email });
    const token = link.split('token=')[1] ?? '';
    await member.api.invitation.accept.mutate({ token, charterVersion: 1 });
  }
  return councilId;
}

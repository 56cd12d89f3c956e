import type { Work } from '@parley/db/as-user';
import type { Client, Tx } from '@parley/db/client';
import { newId } from '@parley/db/id';
import type { Line } from '@parley/db/line';
import type { Memory } from '@parley/db/memory';
import type { Replica } from '@parley/db/replica';
import { addressHash, linkToken, type MasterKeys, pressSecret } from '@parley/db/seal';
import { createVault, type Vault } from '@parley/db/vault';
import { comparedAddress } from '@parley/domain/address/address';
import type { Context as HonoContext } from 'hono';
import {
  clearSessionCookie,
  readChallengeCookie,
  readSessionCookie,
  storedId,
  writeChallengeCookie,
  writeSessionCookie,
} from './cookie.ts';
import type { Limits } from './limit.ts';
import type { PolicyTable } from './policy-row.ts';
import type { SessionPort, SessionViewer } from './session-port.ts';
import type { StaleTable } from './stale-row.ts';
import type { Streams } from './streams.ts';

/** What was looked at of a server, whether it is well, and what to do when it is not. Nothing of what it holds. */
export type Finding = { what: string; well: boolean; says: string };

/** What the outside gives the API. A clock is not among it: the time is the database's, read by each transaction. */
export type Deps = {
  client: Client;
  /** The way to the database of declared reads and writes. */
  line: Line;
  /** Where there is one: a copy of the database, and the reads that it answers. */
  replica?: { line: Replica; reads: ReadonlySet<string> };
  memory: Memory;
  keys: MasterKeys;
  /** The address at which people find this Parley, `https://parley.example`. */
  origin: string;
  sessions: SessionPort;
  limits: Limits;
  policy: PolicyTable;
  stale: StaleTable;
  streams: Streams;
  /** Milliseconds: what is not here, or not for who asks, is said at multiples of it after the call. 0 says it at once. */
  refusalStep: number;
  /** One transaction as one person. A parameter so that a test can take this wall away and see the other stand. */
  asUser: <T>(client: Client, accountId: string, work: Work<T>) => Promise<T>;
  asIdentity: <T>(client: Client, work: Work<T>) => Promise<T>;
  /** Told of every failure that is ours, with an id that the person sees too. */
  report: (failure: { id: string; path: string; error: unknown }) => void;
  /** How the server is, looked at anew. */
  health: () => Promise<Finding[]>;
  /** While somebody develops: a fault's own words, which then stand in the answer. */
  explain?: (error: unknown) => string;
};

/** One transaction as `parley_identity`, with a vault for any owner. */
export type IdentityScope = { db: Tx; vault: Vault; now: Date };

/** What happens before or beside a viewer: accounts, sessions, an invitation's link. */
export type IdentityDesk = {
  asIdentity: <T>(work: (scope: IdentityScope) => Promise<T>) => Promise<T>;
  addressHash: (email: string) => string;
  /** The hashes under which an address may be found: as it was typed, then as addresses are compared. */
  addressHashes: (email: string) => readonly [string, string];
  linkToken: (letterId: string) => string;
  writeCookie: (value: string) => void;
  clearCookie: () => void;
  /** The value that binds a challenge to this browser; null when it has none. */
  challenge: () => string | null;
  bindChallenge: (value: string) => void;
  origin: string;
  /** Bytes that the same press makes again, and nobody else: what it answers can be told twice. */
  secretOfPress: (purpose: string) => Buffer;
  sessions: SessionPort;
  limits: Limits;
  /** Address of the caller, for limits. */
  source: string;
  userAgent: string;
};

export type Context = {
  deps: Deps;
  /** The stored id of the session that the cookie names, if it could be one. */
  sessionId: string | null;
  /** Whose session it is; asked for when first needed, once for a batch of calls. */
  session: () => Promise<SessionViewer | null>;
  identity: IdentityDesk;
  pressKey: string | undefined;
  /** Ends the answer of this call in the middle: a stream whose reader does not read. */
  cut: () => void;
};

function createIdentityDesk(deps: Deps, c: HonoContext, source: string): IdentityDesk {
  // without a press that could come twice, one that never does
  const press = c.req.header('x-parley-key') ?? newId();
  return {
    asIdentity: (work) => deps.asIdentity(deps.client, (db, now) => work({ db, vault: createVault(db, deps.keys), now })),
    addressHash: (email) => addressHash(deps.keys, comparedAddress(email)),
    addressHashes: (email) => [addressHash(deps.keys, email), addressHash(deps.keys, comparedAddress(email))],
    linkToken: (letterId) => linkToken(deps.keys, letterId),
    writeCookie: (value) => writeSessionCookie(c, value),
    clearCookie: () => clearSessionCookie(c),
    challenge: () => readChallengeCookie(c),
    bindChallenge: (value) => writeChallengeCookie(c, value),
    origin: deps.origin,
    secretOfPress: (purpose) => pressSecret(deps.keys, `${purpose}|${press}`),
    sessions: deps.sessions,
    limits: deps.limits,
    source,
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 300),
  };
}

/** Cookie → session → viewer. A cookie that is not ours is nobody. */
export function createContext(deps: Deps, c: HonoContext, source: string, cut: () => void): Context {
  const value = readSessionCookie(c);
  let session: Promise<SessionViewer | null> | null = null;
  const sessionId = value && storedId(value);
  const caller = sessionId ?? source;
  const { replica } = deps;
  return {
    // one person's burst does not make others wait
    deps: { ...deps, line: deps.line.of(caller), ...(replica && { replica: { ...replica, line: replica.line.of(caller) } }) },
    sessionId,
    session: () => (session ??= value ? deps.sessions.validate(value) : Promise.resolve(null)),
    identity: createIdentityDesk(deps, c, source),
    pressKey: c.req.header('x-parley-key'),
    cut,
  };
}

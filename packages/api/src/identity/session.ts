import { createHash } from 'node:crypto';
import type { Tx } from '@parley/db/client';
import type { Sealed } from '@parley/db/seal';
import { sessionExpiry, sessionLife, shouldTouch } from '@parley/domain/identity/identity';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Adapter, type DatabaseSession, generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';

/** A session as its person may see it. The id is the hash that is stored; the cookie's value is nowhere. */
export type SessionEntry = { sessionId: string; createdAt: Date; seenAt: Date; device: Uint8Array };

export type SessionViewer = { accountId: string; sessionId: string; operator: boolean };

/** All that the rest of Parley knows about sessions. */
export type SessionPort = {
  /** Starts a session under a value nobody chose before. `sealDevice` gets the stored id to bind its seal to. */
  create: (
    accountId: string,
    sealDevice: (sessionId: string) => Promise<Sealed>,
  ) => Promise<{ cookie: string; sessionId: string; endsAt: Date }>;
  /** Who this cookie is, or null. Any other text than a value of ours is refused unread. */
  validate: (cookie: string) => Promise<SessionViewer | null>;
  /** Ends one session of this person; false when it is not theirs or ended already. */
  revoke: (accountId: string, sessionId: string) => Promise<boolean>;
  /** Ends all sessions of this person, or all but one. */
  revokeAll: (accountId: string, except?: string) => Promise<void>;
  /** The living sessions, last used first. */
  list: (accountId: string) => Promise<SessionEntry[]>;
};

type SessionFacts = { createdAt: Date; seenAt: Date; endsAt: Date; device: Sealed };

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionFacts, { operator: boolean }>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: { operator: boolean };
  }
}

type AsIdentity = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

const cookieValue = /^[a-z2-7]{40}$/;

/** The stored id of a cookie's value. A stored id (64 hex digits) is no cookie value and stays itself. */
function storedId(id: string): string {
  return cookieValue.test(id) ? createHash('sha256').update(id).digest('hex') : id;
}

function createAdapter(asIdentity: AsIdentity, clock: () => Date): Adapter {
  // Lucia compares with the machine's clock: expiries are handed over relative to ours
  const forLucia = (at: Date) => new Date(Date.now() + at.getTime() - clock().getTime());
  const entry = (row: SessionFacts & { id: string; accountId: string; expiresAt: Date }): DatabaseSession => ({
    id: row.id,
    userId: row.accountId,
    expiresAt: forLucia(row.expiresAt),
    attributes: { createdAt: row.createdAt, seenAt: row.seenAt, endsAt: row.endsAt, device: row.device },
  });
  return {
    async getSessionAndUser(id) {
      const row = await asIdentity((tx) =>
        tx.session.findUnique({ where: { id: storedId(id) }, include: { account: { select: { operator: true } } } }),
      );
      if (row === null) return [null, null];
      return [entry(row), { id: row.accountId, attributes: { operator: row.account.operator } }];
    },
    async getUserSessions(accountId) {
      return (await asIdentity((tx) => tx.session.findMany({ where: { accountId } }))).map(entry);
    },
    async setSession({ id, userId, attributes }) {
      const expiresAt = sessionExpiry(attributes.createdAt, attributes.endsAt);
      const data = { id: storedId(id), accountId: userId, expiresAt, ...attributes };
      await asIdentity((tx) => tx.session.createMany({ data: [data] }));
    },
    async updateSessionExpiration(id, expiresAt) {
      const data = { expiresAt, seenAt: clock() };
      await asIdentity((tx) => tx.session.updateMany({ where: { id: storedId(id) }, data }));
    },
    async deleteSession(id) {
      await asIdentity((tx) => tx.session.deleteMany({ where: { id: storedId(id) } }));
    },
    async deleteUserSessions(accountId) {
      await asIdentity((tx) => tx.session.deleteMany({ where: { accountId } }));
    },
    async deleteExpiredSessions() {
      await asIdentity((tx) => tx.session.deleteMany({ where: { expiresAt: { lte: clock() } } }));
    },
  };
}

/** Sessions on Lucia 3.2.2. The only place that knows it, so that it can be replaced here. */
export function createSessionPort(asIdentity: AsIdentity, clock: () => Date): SessionPort {
  const adapter = createAdapter(asIdentity, clock);
  const lucia = new Lucia<SessionFacts, { operator: boolean }>(adapter, {
    // we slide the expiry ourselves: Lucia knows no absolute end
    sessionExpiresIn: new TimeSpan(0, 's'),
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  });
  return {
    async create(accountId, sealDevice) {
      const now = clock();
      const endsAt = new Date(now.getTime() + sessionLife.absolute);
      const cookie = generateIdFromEntropySize(25);
      const device = await sealDevice(storedId(cookie));
      await lucia.createSession(accountId, { createdAt: now, seenAt: now, endsAt, device }, { sessionId: cookie });
      return { cookie, sessionId: storedId(cookie), endsAt };
    },
    async validate(cookie) {
      if (!cookieValue.test(cookie)) return null;
      const { session, user } = await lucia.validateSession(cookie);
      if (session === null) return null;
      const now = clock();
      if (shouldTouch(session.seenAt, now)) {
        await adapter.updateSessionExpiration(session.id, sessionExpiry(now, session.endsAt));
      }
      return { accountId: user.id, sessionId: session.id, operator: user.operator };
    },
    async revoke(accountId, sessionId) {
      const own = (await lucia.getUserSessions(accountId)).some((session) => session.id === sessionId);
      if (own) await lucia.invalidateSession(sessionId);
      return own;
    },
    async revokeAll(accountId, except) {
      if (except === undefined) return lucia.invalidateUserSessions(accountId);
      await asIdentity((tx) => tx.session.deleteMany({ where: { accountId, id: { not: except } } }));
    },
    async list(accountId) {
      const sessions = await lucia.getUserSessions(accountId);
      return sessions
        .toSorted((one, other) => other.seenAt.getTime() - one.seenAt.getTime())
        .map(({ id, createdAt, seenAt, device }) => ({ sessionId: id, createdAt, seenAt, device }));
    },
  };
}

const cookieName = 'parley';

/** The cookie's value when it could be one of ours. */
export function readSessionCookie(context: Context): string | null {
  const value = getCookie(context, cookieName, 'host');
  return value !== undefined && cookieValue.test(value) ? value : null;
}

/** `__Host-`: secure, this host only, out of scripts' reach; the static page needs no cookie, so strict does no harm. */
export function writeSessionCookie(context: Context, value: string, expires: Date): void {
  setCookie(context, cookieName, value, { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict', expires });
}

/** Makes the browser forget the session. */
export function clearSessionCookie(context: Context): void {
  deleteCookie(context, cookieName, { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' });
}

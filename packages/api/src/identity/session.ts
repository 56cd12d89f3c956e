import { createHash } from 'node:crypto';
import type { Work } from '@parley/db/as-user';
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
  /** Notes that a session found by another way was used, so that it lasts on. */
  touch: (sessionId: string, endsAt: Date) => Promise<void>;
  /** Ends one session of this person; false when it is not theirs or ended already. */
  revoke: (accountId: string, sessionId: string) => Promise<boolean>;
  /** Ends all sessions of this person, or all but one. */
  revokeAll: (accountId: string, except?: string) => Promise<void>;
  /** The living sessions, last used first. */
  list: (accountId: string) => Promise<SessionEntry[]>;
};

/** What Lucia carries about a session. `now` is the time at which it was read or made; it is no column. */
type SessionFacts = { createdAt: Date; seenAt: Date; endsAt: Date; device: Sealed; now: Date };

type Stored = Omit<SessionFacts, 'now'> & { id: string; accountId: string; expiresAt: Date };

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionFacts, { operator: boolean }>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: { operator: boolean };
  }
}

type AsIdentity = <T>(work: Work<T>) => Promise<T>;

const cookieValue = /^[a-z2-7]{40}$/;

/** The stored id of a cookie's value. A stored id (64 hex digits) is no cookie value and stays itself. */
export function storedId(id: string): string {
  return cookieValue.test(id) ? createHash('sha256').update(id).digest('hex') : id;
}

function createAdapter(asIdentity: AsIdentity): Adapter {
  const entry = ({ id, accountId, expiresAt, createdAt, seenAt, endsAt, device }: Stored, now: Date): DatabaseSession => ({
    id,
    userId: accountId,
    // Lucia compares with the machine's clock: an expiry is handed over relative to it
    expiresAt: new Date(Date.now() + expiresAt.getTime() - now.getTime()),
    attributes: { createdAt, seenAt, endsAt, device, now },
  });
  return {
    async getSessionAndUser(id) {
      return asIdentity(async (tx, now) => {
        const account = { select: { operator: true } } as const;
        const row = await tx.session.findUnique({ where: { id: storedId(id) }, include: { account } });
        if (row === null) return [null, null];
        return [entry(row, now), { id: row.accountId, attributes: { operator: row.account.operator } }];
      });
    },
    async getUserSessions(accountId) {
      return asIdentity(async (tx, now) => {
        const rows = await tx.session.findMany({ where: { accountId } });
        return rows.map((row) => entry(row, now));
      });
    },
    async setSession({ id, userId, attributes: { now, ...facts } }) {
      const data = { id: storedId(id), accountId: userId, expiresAt: sessionExpiry(now, facts.endsAt), ...facts };
      await asIdentity((tx) => tx.session.createMany({ data: [data] }));
    },
    async updateSessionExpiration(id, expiresAt) {
      await asIdentity((tx, seenAt) => tx.session.updateMany({ where: { id: storedId(id) }, data: { expiresAt, seenAt } }));
    },
    async deleteSession(id) {
      await asIdentity((tx) => tx.session.deleteMany({ where: { id: storedId(id) } }));
    },
    async deleteUserSessions(accountId) {
      await asIdentity((tx) => tx.session.deleteMany({ where: { accountId } }));
    },
    async deleteExpiredSessions() {
      await asIdentity((tx, now) => tx.session.deleteMany({ where: { expiresAt: { lte: now } } }));
    },
  };
}

/** Sessions on Lucia 3.2.2. The only place that knows it, so that it can be replaced here. */
export function createSessionPort(asIdentity: AsIdentity): SessionPort {
  const adapter = createAdapter(asIdentity);
  const lucia = new Lucia<SessionFacts, { operator: boolean }>(adapter, {
    // we slide the expiry ourselves: Lucia knows no absolute end
    sessionExpiresIn: new TimeSpan(0, 's'),
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  });
  return {
    async create(accountId, sealDevice) {
      const now = await asIdentity(async (_, moment) => moment);
      const endsAt = new Date(now.getTime() + sessionLife.absolute);
      const cookie = generateIdFromEntropySize(25);
      const device = await sealDevice(storedId(cookie));
      await lucia.createSession(accountId, { createdAt: now, seenAt: now, endsAt, device, now }, { sessionId: cookie });
      return { cookie, sessionId: storedId(cookie), endsAt };
    },
    async validate(cookie) {
      if (!cookieValue.test(cookie)) return null;
      const { session, user } = await lucia.validateSession(cookie);
      if (session === null) return null;
      if (shouldTouch(session.seenAt, session.now)) {
        await adapter.updateSessionExpiration(session.id, sessionExpiry(session.now, session.endsAt));
      }
      return { accountId: user.id, sessionId: session.id, operator: user.operator };
    },
    touch: (sessionId, endsAt) =>
      asIdentity(async (tx, seenAt) => {
        const data = { seenAt, expiresAt: sessionExpiry(seenAt, endsAt) };
        await tx.session.updateMany({ where: { id: sessionId, expiresAt: { gt: seenAt } }, data });
      }),
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

/**
 * `__Host-`: secure, this host only, out of scripts' reach; the static page needs no cookie, so strict does no harm.
 * It lasts for a time, not until a date: the browser's clock may be another.
 */
export function writeSessionCookie(context: Context, value: string): void {
  const maxAge = sessionLife.absolute / 1000;
  setCookie(context, cookieName, value, { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict', maxAge });
}

/** Makes the browser forget the session. */
export function clearSessionCookie(context: Context): void {
  deleteCookie(context, cookieName, { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' });
}

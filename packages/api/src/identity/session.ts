import type { Work } from '@parley/db/as-user';
import type { Sealed } from '@parley/db/seal';
import { sessionExpiry, sessionLife, shouldTouch } from '@parley/domain/identity/identity';
import { type Adapter, type DatabaseSession, generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import { isCookieValue, storedId } from '../cookie.ts';
import type { SessionPort } from '../session-port.ts';

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
      if (!isCookieValue(cookie)) return null;
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

import type { Sealed } from '@parley/db/seal';

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

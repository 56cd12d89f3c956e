import { told } from '../stale-row.ts';

/** Signing in and out begin a screen anew. */
const none = { also: [] } as const;
const access = { also: ['identity.sessions'] } as const;
/** What the person may sign in by, and the notice that says that it changed. */
const ways = { also: ['identity.sessions', 'passkey', 'totp', 'today'] } as const;

/** What acts at the identity desk make stale. */
export const identityActs = {
  'identity.signUp': told('desk', none),
  'identity.signIn': told('desk', none),
  'identity.resetPassword': told('desk', none),
  'identity.signOut': told('desk', none),
  'identity.signOutEverywhere': told('desk', none),
  'identity.saveProfile': told('mine', { also: ['identity.me', 'council', 'thread', 'today'] }),
  'identity.endSession': told('desk', access),
  'identity.endOthers': told('desk', access),
  'identity.changePassword': told('desk', ways),
  'identity.dropPassword': told('desk', ways),
  'passkey.ask': told('desk', none),
  'passkey.enter': told('desk', none),
  'passkey.begin': told('desk', none),
  'passkey.add': told('desk', ways),
  'passkey.remove': told('desk', ways),
  'totp.begin': told('desk', none),
  'totp.confirm': told('desk', ways),
  'totp.remake': told('desk', ways),
  'totp.end': told('desk', ways),
  'address.askReset': told('desk', none),
  'address.askVerify': told('desk', none),
  'address.change': told('desk', none),
  'address.confirm': told('desk', none),
} as const;

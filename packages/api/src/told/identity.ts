import { nobody, type Told, tells } from './telling.ts';

const desk = nobody('An account, a session, a link: of one person, who does it.');

/** At the identity desk a person is told that how they sign in has changed: it may have been somebody else. */
export const toldOfIdentity = {
  'identity.signUp': desk,
  'identity.signIn': desk,
  'identity.resetPassword': tells('waysChanged'),
  'identity.signOut': desk,
  'identity.signOutEverywhere': desk,
  'identity.saveProfile': desk,
  'identity.endSession': desk,
  'identity.endOthers': desk,
  'identity.changePassword': tells('waysChanged'),
  'identity.dropPassword': tells('waysChanged'),
  'passkey.ask': desk,
  'passkey.enter': desk,
  'passkey.begin': desk,
  'passkey.add': tells('waysChanged'),
  'passkey.remove': tells('waysChanged'),
  'totp.begin': desk,
  'totp.confirm': tells('waysChanged'),
  'totp.remake': tells('waysChanged'),
  'totp.end': tells('waysChanged'),
  'address.askReset': desk,
  'address.askVerify': desk,
  'address.change': desk,
  'address.confirm': desk,
} satisfies Record<string, Told>;

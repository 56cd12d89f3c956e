/**
 * Procedures that are not declared yet (decision 19): their statements go one by one. The identity desk and what checks a
 * password (argon2 between two statements) stay so; each other one that is moved leaves this list.
 */
export const askingAsTheyGo = [
  'council.create',
  'identity.changePassword',
  'identity.endSession',
  'identity.resetPassword',
  'identity.saveProfile',
  'identity.sessions',
  'identity.signIn',
  'identity.signOut',
  'identity.signOutEverywhere',
  'identity.signUp',
  'invitation.accept',
  'invitation.create',
  'invitation.decline',
  'invitation.look',
  'invitation.resend',
  'invitation.revoke',
  'move.add',
  'move.remove',
  'move.save',
  'offer.addVersion',
  'offer.create',
  'offer.remove',
  'offer.save',
  'operator.status',
] as const;

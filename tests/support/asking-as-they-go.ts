/**
 * Procedures that are not declared yet (decision 19): their statements go one by one. The identity desk and what checks a
 * password (argon2 between two statements) stay so; each other one that is moved leaves this list.
 */
export const askingAsTheyGo = [
  'departure.end',
  'address.askReset',
  'address.askVerify',
  'address.change',
  'address.confirm',
  'address.look',
  'address.ways',
  'identity.changePassword',
  'identity.endOthers',
  'identity.endSession',
  'identity.lookReset',
  'identity.resetPassword',
  'identity.sessions',
  'identity.signIn',
  'identity.signOut',
  'identity.signOutEverywhere',
  'identity.signUp',
  'invitation.accept',
  'invitation.decline',
  'invitation.look',
  'operator.status',
] as const;

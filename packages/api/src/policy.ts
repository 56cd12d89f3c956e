import type { AppRouter } from './router.ts';
import { anyone, on, operator, type Row, self } from './row.ts';

type Procedures = AppRouter['_def']['record'];

/** Every procedure path, `mission.save`. */
export type ProcedurePath = {
  [Noun in keyof Procedures & string]: `${Noun}.${keyof Procedures[Noun] & string}`;
}[keyof Procedures & string];

/** Who may call what. A procedure without a row here does not compile, and the server does not start. */
export const policy: Readonly<Record<ProcedurePath, Row>> = {
  'operator.status': operator,
  // rows
  'identity.signUp': anyone,
  'identity.signIn': anyone,
  'identity.resetPassword': anyone,
  'identity.signOut': self,
  'identity.signOutEverywhere': self,
  'identity.me': self,
  'identity.saveProfile': self,
  'identity.sessions': self,
  'identity.endSession': self,
  'identity.changePassword': self,
};

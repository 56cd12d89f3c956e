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
  'debrief.list': on('opportunity', 'opportunityId', ['owner', 'reader']),
  'debrief.get': on('debrief', 'debriefId', ['owner', 'reader']),
  'debrief.create': on('opportunity', 'opportunityId', ['owner']),
  'debrief.save': on('debrief', 'debriefId', ['owner']),
  'debrief.remove': on('debrief', 'debriefId', ['owner']),
  'debrief.askReads': on('debrief', 'debriefId', ['owner']),
  'debrief.sealRead': on('debrief', 'debriefId', ['owner', 'reader']),
  'debrief.reveal': on('debrief', 'debriefId', ['owner']),
  'debrief.setOutcome': on('debrief', 'debriefId', ['owner']),
  'debrief.calibration': self,
  'notification.markSeen': self,
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
  'opportunity.list': self,
  'opportunity.create': self,
  'opportunity.page': on('opportunity', 'opportunityId', ['owner', 'reader']),
  'opportunity.timeline': on('opportunity', 'opportunityId', ['owner', 'reader']),
  'opportunity.save': on('opportunity', 'opportunityId', ['owner']),
  'opportunity.setStage': on('opportunity', 'opportunityId', ['owner']),
  'opportunity.undoStage': on('opportunity', 'opportunityId', ['owner']),
  'opportunity.remove': on('opportunity', 'opportunityId', ['owner']),
  'mission.create': on('opportunity', 'opportunityId', ['owner']),
  'mission.get': on('mission', 'missionId', ['owner', 'reader']),
  'mission.save': on('mission', 'missionId', ['owner']),
  'mission.setState': on('mission', 'missionId', ['owner']),
  'mission.remove': on('mission', 'missionId', ['owner']),
};

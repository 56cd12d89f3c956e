import { checklistRouter } from './council/checklist/router.ts';
import { councilRouter } from './council/router.ts';
import { debriefRouter } from './debrief/router.ts';
import { identityRouter } from './identity/router.ts';
import { invitationRouter } from './invitation/router.ts';
import { missionRouter } from './mission/router.ts';
import { askRouter } from './negotiation/ask/router.ts';
import { calendarRouter } from './negotiation/calendar/router.ts';
import { decisionRouter } from './negotiation/decision/router.ts';
import { evidenceRouter } from './negotiation/evidence/router.ts';
import { moveRouter } from './negotiation/move/router.ts';
import { objectionRouter } from './negotiation/objection/router.ts';
import { outcomeRouter } from './negotiation/outcome/router.ts';
import { negotiationRouter } from './negotiation/router.ts';
import { termRouter } from './negotiation/term/router.ts';
import { walkAwayRouter } from './negotiation/walk-away/router.ts';
import { notificationRouter } from './notification/router.ts';
import { offerRouter } from './offer/router.ts';
import { operatorRouter } from './operator/router.ts';
import { opportunityRouter } from './opportunity/router.ts';
import { gratitudeRouter } from './prep/gratitude/router.ts';
import { prepRouter } from './prep/router.ts';
import { roundRouter } from './round/router.ts';
import { shareRouter } from './share/router.ts';
import { commentRouter } from './thread/comment/router.ts';
import { threadRouter } from './thread/router.ts';
import { todayRouter } from './today/router.ts';
import { router } from './trpc.ts';

/** One line per noun. */
export const appRouter = router({
  operator: operatorRouter,
  debrief: debriefRouter,
  notification: notificationRouter,
  share: shareRouter,
  thread: threadRouter,
  comment: commentRouter,
  negotiation: negotiationRouter,
  walkAway: walkAwayRouter,
  ask: askRouter,
  objection: objectionRouter,
  move: moveRouter,
  term: termRouter,
  outcome: outcomeRouter,
  calendar: calendarRouter,
  evidence: evidenceRouter,
  decision: decisionRouter,
  offer: offerRouter,
  round: roundRouter,
  today: todayRouter,
  prep: prepRouter,
  gratitude: gratitudeRouter,
  // nouns
  identity: identityRouter,
  council: councilRouter,
  checklist: checklistRouter,
  invitation: invitationRouter,
  opportunity: opportunityRouter,
  mission: missionRouter,
});

export type AppRouter = typeof appRouter;

import { councilRouter } from './council/router.ts';
import { identityRouter } from './identity/router.ts';
import { invitationRouter } from './invitation/router.ts';
import { missionRouter } from './mission/router.ts';
import { operatorRouter } from './operator/router.ts';
import { opportunityRouter } from './opportunity/router.ts';
import { debriefRouter } from './debrief/router.ts';
import { notificationRouter } from './notification/router.ts';
import { shareRouter } from './share/router.ts';
import { commentRouter } from './thread/comment/router.ts';
import { threadRouter } from './thread/router.ts';
import { askRouter } from './negotiation/ask/router.ts';
import { moveRouter } from './negotiation/move/router.ts';
import { objectionRouter } from './negotiation/objection/router.ts';
import { negotiationRouter } from './negotiation/router.ts';
import { walkAwayRouter } from './negotiation/walk-away/router.ts';
import { offerRouter } from './offer/router.ts';
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
  offer: offerRouter,
  today: todayRouter,
  // nouns
  identity: identityRouter,
  council: councilRouter,
  invitation: invitationRouter,
  opportunity: opportunityRouter,
  mission: missionRouter,
});

export type AppRouter = typeof appRouter;

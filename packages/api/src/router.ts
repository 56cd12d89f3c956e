import { identityRouter } from './identity/router.ts';
import { missionRouter } from './mission/router.ts';
import { operatorRouter } from './operator/router.ts';
import { opportunityRouter } from './opportunity/router.ts';
import { debriefRouter } from './debrief/router.ts';
import { notificationRouter } from './notification/router.ts';
import { router } from './trpc.ts';

/** One line per noun. */
export const appRouter = router({
  operator: operatorRouter,
  debrief: debriefRouter,
  notification: notificationRouter,
  // nouns
  identity: identityRouter,
  opportunity: opportunityRouter,
  mission: missionRouter,
});

export type AppRouter = typeof appRouter;

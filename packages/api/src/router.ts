import { archiveRouter } from './archive/router.ts';
import { backchannelRouter } from './backchannel/router.ts';
import { commitmentRouter } from './commitment/router.ts';
import { checklistRouter } from './council/checklist-router.ts';
import { presenceRouter } from './council/presence-router.ts';
import { councilRouter } from './council/router.ts';
import { debriefRouter } from './debrief/router.ts';
import { departureRouter } from './departure/router.ts';
import { feedRouter } from './feed/router.ts';
import { helpRouter } from './help/router.ts';
import { huntRouter } from './hunt/router.ts';
import { addressRouter } from './identity/address-router.ts';
import { passkeyRouter } from './identity/passkey/router.ts';
import { identityRouter } from './identity/router.ts';
import { totpRouter } from './identity/totp/router.ts';
import { invitationRouter } from './invitation/router.ts';
import { landingRouter } from './landing/router.ts';
import { mailRouter } from './mail/router.ts';
import { meetingRouter } from './meeting/router.ts';
import { reviewRouter } from './mission/review-router.ts';
import { missionRouter } from './mission/router.ts';
import { askRouter } from './negotiation/asks/router.ts';
import { moveRouter } from './negotiation/ledger/router.ts';
import { calendarRouter } from './negotiation/outcome/calendar-router.ts';
import { outcomeRouter } from './negotiation/outcome/router.ts';
import { decisionRouter } from './negotiation/plan/decision-router.ts';
import { evidenceRouter } from './negotiation/plan/evidence-router.ts';
import { objectionRouter } from './negotiation/plan/objection-router.ts';
import { walkAwayRouter } from './negotiation/plan/walk-away-router.ts';
import { negotiationRouter } from './negotiation/router.ts';
import { scriptRouter } from './negotiation/script/router.ts';
import { termRouter } from './negotiation/terms/router.ts';
import { notificationRouter } from './notification/router.ts';
import { attachmentRouter } from './offer/attachment/router.ts';
import { offerRouter } from './offer/router.ts';
import { operatorRouter } from './operator/router.ts';
import { opportunityRouter } from './opportunity/router.ts';
import { overlapRouter } from './overlap/router.ts';
import { gratitudeRouter } from './prep/gratitude-router.ts';
import { prepRouter } from './prep/router.ts';
import { proofRouter } from './proof/router.ts';
import { pushRouter } from './push/router.ts';
import { rehearsalRouter } from './rehearsal/router.ts';
import { roundRouter } from './round/router.ts';
import { searchRouter } from './search/router.ts';
import { shareRouter } from './share/router.ts';
import { streamRouter } from './stream/router.ts';
import { suggestionRouter } from './suggestion/router.ts';
import { commentRouter } from './thread/comment-router.ts';
import { reactionRouter } from './thread/reaction-router.ts';
import { threadRouter } from './thread/router.ts';
import { todayRouter } from './today/router.ts';
import { router } from './trpc.ts';

/** One line per noun. */
export const appRouter = router({
  operator: operatorRouter,
  archive: archiveRouter,
  backchannel: backchannelRouter,
  departure: departureRouter,
  landing: landingRouter,
  debrief: debriefRouter,
  mail: mailRouter,
  notification: notificationRouter,
  share: shareRouter,
  thread: threadRouter,
  comment: commentRouter,
  reaction: reactionRouter,
  suggestion: suggestionRouter,
  negotiation: negotiationRouter,
  walkAway: walkAwayRouter,
  ask: askRouter,
  objection: objectionRouter,
  script: scriptRouter,
  move: moveRouter,
  term: termRouter,
  outcome: outcomeRouter,
  calendar: calendarRouter,
  evidence: evidenceRouter,
  decision: decisionRouter,
  offer: offerRouter,
  attachment: attachmentRouter,
  round: roundRouter,
  rehearsal: rehearsalRouter,
  today: todayRouter,
  stream: streamRouter,
  prep: prepRouter,
  gratitude: gratitudeRouter,
  hunt: huntRouter,
  feed: feedRouter,
  push: pushRouter,
  proof: proofRouter,
  search: searchRouter,
  // nouns
  identity: identityRouter,
  address: addressRouter,
  passkey: passkeyRouter,
  totp: totpRouter,
  council: councilRouter,
  checklist: checklistRouter,
  help: helpRouter,
  commitment: commitmentRouter,
  meeting: meetingRouter,
  presence: presenceRouter,
  overlap: overlapRouter,
  invitation: invitationRouter,
  opportunity: opportunityRouter,
  mission: missionRouter,
  review: reviewRouter,
});

export type AppRouter = typeof appRouter;

export const leaveAnswers = ['yes', 'no', 'unsure'] as const;
/** Would I really leave? */
export type LeaveAnswer = (typeof leaveAnswers)[number];

/**
 * The point below which the owner leaves. A type of its own, in a table of its own: it is part of no plan, no
 * ledger and no share. Minor units of the plan's currency; null is "not set".
 */
export type WalkAway = { base: number | null; total: number | null; leave: LeaveAnswer | null; words: string };

/** What is stored from the first moment on, so that the row's presence tells nothing. */
export const emptyWalkAway: WalkAway = { base: null, total: null, leave: null, words: '' };

import { calibrate } from '@parley/domain/debrief/calibration';
import { timeKey } from '@parley/domain/debrief/debrief';
import {
  CreateDebrief,
  DebriefRef,
  DebriefsOf,
  RevealReads,
  SaveDebrief,
  SealRead,
  SetOutcome,
} from '@parley/domain/debrief/input';
import { canAskReads, canReveal, canSealRead, canSetOutcome } from '@parley/domain/debrief/policy';
import { isComplete, meanLikelihood, missingReads, type ReadsRound, seats } from '@parley/domain/debrief/reads';
import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import { findNames } from '../identity/store.ts';
import { notify } from '../notification/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import * as reads from './read-store.ts';
import * as store from './store.ts';

/** What a viewer may know of the reads: while they are open, who has sealed and their own read; nothing else of anybody. */
async function readsFor(scope: Scope, round: ReadsRound, debriefId: string) {
  if (round.state === 'unasked') return { state: round.state };
  // who left has taken theirs along: what is counted is of those who are still there
  const found = await reads.findReads(scope, debriefId, round.ownerId);
  const visible = found.filter((read) => round.sealedIds.includes(read.authorId));
  const names = await findNames(scope, [round.ownerId, ...round.readerIds, ...visible.map((read) => read.authorId)]);
  const nameOf = (id: string) => names.get(id) ?? null;
  if (round.state === 'open') {
    const own = visible.find((read) => read.authorId === scope.viewer.id);
    return {
      state: round.state,
      seats: seats(round).map((seat) => ({ ...seat, name: nameOf(seat.accountId) })),
      own: own ? { likelihood: own.likelihood, reason: own.reason } : null,
      missing: missingReads(round),
    };
  }
  const council = visible.filter((read) => read.authorId !== round.ownerId);
  return {
    state: round.state,
    reads: visible.map((read) => ({ ...read, name: nameOf(read.authorId), owner: read.authorId === round.ownerId })),
    councilMean: meanLikelihood(council),
  };
}

async function tellReaders(scope: Scope, kind: 'readsAsked' | 'revealed', round: ReadsRound, itemId: string): Promise<void> {
  const people = kind === 'revealed' ? [round.ownerId, ...round.readerIds] : round.readerIds;
  await notify(
    scope,
    people.map((recipientId) => ({ recipientId, kind, itemId })),
  );
}

export const debriefRouter = router({
  list: signedIn.input(DebriefsOf).query(async ({ ctx, input }) => {
    const debriefs = await store.listDebriefs(ctx, input.opportunityId);
    const shown = debriefs.map(({ id, ownerId, readsState, outcome, document }) => {
      const { kind, time, withWhom, channel } = document;
      return { id, mine: ownerId === ctx.viewer.id, readsState, outcome, kind, time, withWhom, channel };
    });
    return shown.sort((a, b) => (timeKey(a.time) < timeKey(b.time) ? -1 : 1));
  }),

  get: signedIn.input(DebriefRef).query(async ({ ctx, input }) => {
    const debrief = await store.findDebrief(ctx, input.debriefId);
    const round = await reads.findRound(ctx, debrief.id);
    const names = await findNames(ctx, [debrief.ownerId]);
    const { readsState: _, ...shown } = debrief;
    const mine = debrief.ownerId === ctx.viewer.id;
    return { ...shown, mine, ownerName: names.get(debrief.ownerId) ?? null, reads: await readsFor(ctx, round, debrief.id) };
  }),

  create: signedIn.input(CreateDebrief).mutation(async ({ ctx, input }) => {
    return { debriefId: await store.createDebrief(ctx, input.opportunityId, input.kind) };
  }),

  save: signedIn.input(SaveDebrief).mutation(async ({ ctx, input }) => {
    const debrief = await store.findDebrief(ctx, input.debriefId);
    await store.saveDocument(ctx, debrief, input.rev, input.document);
    return { rev: input.rev + 1 };
  }),

  remove: signedIn.input(DebriefRef).mutation(async ({ ctx, input }) => {
    await store.removeDebrief(ctx, input.debriefId);
    return { debriefId: input.debriefId };
  }),

  askReads: signedIn.input(SealRead).mutation(async ({ ctx, input }) => {
    await reads.holdDebrief(ctx, input.debriefId);
    const round = await reads.findRound(ctx, input.debriefId);
    allow(canAskReads(ctx.viewer.id, round));
    await reads.sealRead(ctx, input.debriefId, round.ownerId, input.read);
    await reads.openReads(ctx, input.debriefId);
    await tellReaders(ctx, 'readsAsked', round, input.debriefId);
    return { debriefId: input.debriefId };
  }),

  sealRead: signedIn.input(SealRead).mutation(async ({ ctx, input }) => {
    await reads.holdDebrief(ctx, input.debriefId);
    const before = await reads.findRound(ctx, input.debriefId);
    allow(canSealRead(ctx.viewer.id, before));
    await reads.sealRead(ctx, input.debriefId, before.ownerId, input.read);
    const round = await reads.findRound(ctx, input.debriefId);
    const revealed = isComplete(round) && (await reads.revealCompleteReads(ctx, input.debriefId));
    if (revealed) await tellReaders(ctx, 'revealed', round, input.debriefId);
    return { debriefId: input.debriefId, revealed };
  }),

  reveal: signedIn.input(RevealReads).mutation(async ({ ctx, input }) => {
    await reads.holdDebrief(ctx, input.debriefId);
    const round = await reads.findRound(ctx, input.debriefId);
    allow(canReveal(ctx.viewer.id, round));
    const missing = missingReads(round);
    if (missing !== input.missing)
      throw conflict({ missing }, 'Somebody has sealed a read, or the readers have changed. Look again.');
    await reads.revealReads(ctx, input.debriefId);
    await tellReaders(ctx, 'revealed', round, input.debriefId);
    return { debriefId: input.debriefId };
  }),

  setOutcome: signedIn.input(SetOutcome).mutation(async ({ ctx, input }) => {
    await reads.holdDebrief(ctx, input.debriefId);
    allow(canSetOutcome(ctx.viewer.id, await reads.findRound(ctx, input.debriefId)));
    const debrief = await store.findDebrief(ctx, input.debriefId);
    await store.saveOutcome(ctx, debrief, input.rev, input.result);
    return { rev: input.rev + 1 };
  }),

  calibration: signedIn.query(async ({ ctx }) => calibrate(await reads.findJudged(ctx))),
});

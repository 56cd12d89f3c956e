import {
  CreateDebrief,
  DebriefRef,
  DebriefsOf,
  RevealReads,
  SaveDebrief,
  SealRead,
  SetOutcome,
} from '@parley/domain/debrief/input';
import { canAskReads, canReveal } from '@parley/domain/debrief/policy';
import { countMissingReads, type ReadsRound } from '@parley/domain/debrief/reads';
import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import { notify } from '../notification/store.ts';
import { read, readOwn } from '../read.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { write } from '../write.ts';
import { savingDebrief, sealingRead, settingOutcome } from './act.ts';
import * as reads from './read-store.ts';
import * as store from './store.ts';
import { calibrationQuestion, debriefQuestion, debriefsQuestion } from './view.ts';

async function tellReaders(scope: Scope, kind: 'readsAsked' | 'revealed', round: ReadsRound, itemId: string): Promise<void> {
  const people = kind === 'revealed' ? [round.ownerId, ...round.readerIds] : round.readerIds;
  await notify(
    scope,
    people.map((recipientId) => ({ recipientId, kind, itemId })),
  );
}

export const debriefRouter = router({
  list: read(DebriefsOf, debriefsQuestion),

  get: read(DebriefRef, debriefQuestion),

  create: signedIn.input(CreateDebrief).mutation(async ({ ctx, input }) => {
    return { debriefId: await store.createDebrief(ctx, input.opportunityId, input.kind) };
  }),

  save: write(SaveDebrief, savingDebrief),

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

  sealRead: write(SealRead, sealingRead),

  reveal: signedIn.input(RevealReads).mutation(async ({ ctx, input }) => {
    await reads.holdDebrief(ctx, input.debriefId);
    const round = await reads.findRound(ctx, input.debriefId);
    allow(canReveal(ctx.viewer.id, round));
    const missing = countMissingReads(round);
    if (missing !== input.missing)
      throw conflict({ missing }, 'Somebody has sealed a read, or the readers have changed. Look again.');
    await reads.revealReads(ctx, input.debriefId);
    await tellReaders(ctx, 'revealed', round, input.debriefId);
    return { debriefId: input.debriefId };
  }),

  setOutcome: write(SetOutcome, settingOutcome),

  calibration: readOwn(calibrationQuestion),
});

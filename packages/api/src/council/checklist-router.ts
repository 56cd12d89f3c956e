import { canAddChecklist, canEditChecklist } from '@parley/domain/council/checklist';
import { ChecklistsOf, CreateChecklist, RemoveChecklist, SaveChecklist } from '@parley/domain/council/checklist-input';
import { allow } from '@parley/domain/kernel/decision';
import { read, readOwn } from '../read.ts';
import { router, signedIn } from '../trpc.ts';
import { countChecklists, createChecklist, findChecklist, removeChecklist, saveChecklist } from './checklist-store.ts';
import { checklistsQuestion, ownChecklistsQuestion } from './checklist-view.ts';
import { findCouncilFacts, holdSeats } from './store.ts';

export const checklistRouter = router({
  list: read(ChecklistsOf, checklistsQuestion),

  mine: readOwn(ownChecklistsQuestion),

  create: signedIn.input(CreateChecklist).mutation(async ({ ctx, input }) => {
    await holdSeats(ctx, input.councilId);
    const existing = await countChecklists(ctx, input.councilId);
    allow(canAddChecklist(await findCouncilFacts(ctx, input.councilId), ctx.viewer.id, existing));
    return createChecklist(ctx, input.councilId, input.checklist);
  }),

  save: signedIn.input(SaveChecklist).mutation(async ({ ctx, input }) => {
    const checklist = await findChecklist(ctx, input.checklistId);
    allow(canEditChecklist(await findCouncilFacts(ctx, checklist.councilId), ctx.viewer.id, checklist.authorId));
    return saveChecklist(ctx, checklist, input.rev, input.checklist);
  }),

  remove: signedIn.input(RemoveChecklist).mutation(async ({ ctx, input }) => {
    const { checklistId, councilId, authorId } = await findChecklist(ctx, input.checklistId);
    allow(canEditChecklist(await findCouncilFacts(ctx, councilId), ctx.viewer.id, authorId));
    await removeChecklist(ctx, checklistId);
    return { checklistId };
  }),
});

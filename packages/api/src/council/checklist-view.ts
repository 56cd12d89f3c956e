import type { ChecklistsOf } from '@parley/domain/council/checklist-input';
import type { z } from 'zod';
import { question } from '../read.ts';
import { checklistsOf, openChecklist, ownChecklists } from './checklist-rows.ts';

/** The checklists of a council, oldest first. */
export const checklistsQuestion = question({
  ask: ({ councilId }: z.output<typeof ChecklistsOf>) => ({ checklists: checklistsOf(councilId) }),
  answer: ({ rows, open }) => rows.checklists.map((row) => openChecklist(open, row)),
});

/** Those of all open councils in which the viewer sits. */
export const ownChecklistsQuestion = question({
  ask: () => ({ checklists: ownChecklists() }),
  answer: ({ rows, open }) => rows.checklists.map((row) => openChecklist(open, row)),
});

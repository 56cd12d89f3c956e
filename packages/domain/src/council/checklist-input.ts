import { z } from 'zod';
import { id, line, list, revision } from '../kernel/input.ts';

const checklistLine = z.strictObject({ id, text: line(200, 'the line') });

/** A checklist as it is written and as it is kept. */
export const ChecklistFields = z.strictObject({
  title: line(80, 'the title'),
  lines: list(checklistLine, 20, 'lines')
    .min(1, 'Write at least one line.')
    .refine((lines) => new Set(lines.map((one) => one.id)).size === lines.length, 'Two lines have the same id.'),
});

export const ChecklistsOf = z.strictObject({ councilId: id });
export const CreateChecklist = z.strictObject({ councilId: id, checklist: ChecklistFields });
export const SaveChecklist = z.strictObject({ checklistId: id, rev: revision, checklist: ChecklistFields });
export const RemoveChecklist = z.strictObject({ checklistId: id });

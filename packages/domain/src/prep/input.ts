import { z } from 'zod';
import { id, line, list, optionalLine } from '../kernel/input.ts';
import { mostHelpers } from './prep.ts';

const helper = z.strictObject({
  id,
  name: line(80, 'the name'),
  how: optionalLine(200, 'how they helped'),
});

/** What is sealed of a gratitude house. */
export const Helpers = list(helper, mostHelpers, 'people').refine(
  (all) => new Set(all.map((one) => one.id)).size === all.length,
  'Two people have the same id.',
);

/** `rev` is 0 while nothing has been kept yet. */
export const SaveGratitude = z.strictObject({
  rev: z.int('A revision is a whole number.').min(0, 'A revision starts at 0.').max(2_000_000_000),
  helpers: Helpers,
});

export const PrepOf = z.strictObject({ opportunityId: id });

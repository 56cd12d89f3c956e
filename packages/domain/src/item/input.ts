import { z } from 'zod';
import { levelScale } from './levels.ts';

const level = z.enum(levelScale, 'Choose exact, range or hidden.');
/** A name and a note have no grid to be rounded to. */
const shownOrHidden = level.refine((step) => step !== 'range', 'Choose exact or hidden.');

/** The levels of one share, as they come over the wire and as they are kept. */
export const levels = z.strictObject({
  company: shownOrHidden,
  pay: level,
  equity: level,
  benefits: level,
  dates: level,
  notes: shownOrHidden,
  // a share made before there were letters shows none
  letter: shownOrHidden.default('hidden'),
});

import { z } from 'zod';
import { locale, optionalLine } from '../kernel/input.ts';

/** search.find: what was typed so far, and in whose order of letters the answer comes. */
export const Find = z.strictObject({ words: optionalLine(120, 'what you look for'), locale });

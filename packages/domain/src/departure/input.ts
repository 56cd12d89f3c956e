import { z } from 'zod';
import { shown } from '../identity/input.ts';

/** departure.end */
export const EndAccount = z.strictObject(shown);

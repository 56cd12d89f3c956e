import { z } from 'zod';
import { password } from '../identity/input.ts';

/** departure.end */
export const EndAccount = z.strictObject({ password });

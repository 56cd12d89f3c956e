import { z } from 'zod';
import { id } from '../kernel/input.ts';

/** overlap.page, overlap.look, overlap.stop */
export const OverlapIn = z.strictObject({ councilId: id });

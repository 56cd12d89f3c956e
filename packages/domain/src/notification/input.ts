import { z } from 'zod';
import { id, list } from '../kernel/input.ts';

/** notification.markSeen: the entries that were on the screen. */
export const MarkSeen = z.strictObject({ ids: list(id, 100, 'entries').min(1, 'Say which entries were seen.') });

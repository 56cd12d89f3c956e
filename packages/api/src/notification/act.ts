import type { MarkSeen } from '@parley/domain/notification/input';
import type { z } from 'zod';
import { act } from '../write.ts';
import { markNotices, unseenAmong } from './rows.ts';

/** Marks the viewer's own entries as seen; others' ids change nothing. */
export const markingSeen = act({
  facts: ({ ids }: z.output<typeof MarkSeen>) => ({ unseen: unseenAmong(ids) }),
  decide: ({ rows, now }, { ids }) => ({ changes: [markNotices(ids, now)], answer: { seen: rows.unseen[0]?.count ?? 0 } }),
});

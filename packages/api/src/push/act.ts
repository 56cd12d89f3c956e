import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { DomainError } from '@parley/domain/kernel/error';
import type { EndPush, KeepPush } from '@parley/domain/push/input';
import { canKeepPush } from '@parley/domain/push/push';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { act } from '../write.ts';
import { addPush, dropPush, dropPushes, holdPushes, ownPushes, pushContent, pushKey } from './rows.ts';

/** From now on this browser shows notices, in the place of what its session had before. */
export const keepingPush = act({
  facts: () => ({ held: holdPushes(), hand: pushKey(), pushes: ownPushes(), key: ownKey() }),
  decide({ rows, seal, viewer: { id: owner, sessionId }, now }, given: z.output<typeof KeepPush>) {
    if (!rows.hand[0]?.key) throw new DomainError('forbidden', 'This Parley sends no notices to devices.');
    allow(canKeepPush(rows.pushes.filter((one) => one.sessionId !== sessionId).length));
    const id = newId();
    const sealed = seal(pushContent, { id, owner, rev: 1 }, given);
    return { changes: [dropPush(sessionId), addPush(id, sessionId, sealed, now)], answer: { done: true } };
  },
});

/** No more notices here, or anywhere. */
export const endingPush = act({
  facts: () => ({ held: holdPushes() }),
  decide: ({ viewer: { sessionId } }, { everywhere }: z.output<typeof EndPush>) => ({
    changes: [everywhere ? dropPushes() : dropPush(sessionId)],
    answer: { done: true },
  }),
});

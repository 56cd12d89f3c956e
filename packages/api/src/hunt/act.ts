import type { SaveHunt } from '@parley/domain/hunt/input';
import { conflict } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { act } from '../write.ts';
import { addHunt, heldHunt, huntContent, openHunt, replaceHunt } from './rows.ts';

/** Keeps the next revision. A conflict carries the newer one; two first ones at once meet at the row's key. */
export const keepingHunt = act({
  facts: () => ({ key: ownKey(), hunt: heldHunt() }),
  decide({ rows, open, seal, viewer: { id } }, { rev, plan }: z.output<typeof SaveHunt>) {
    const kept = openHunt(open, rows.hunt);
    if (kept.rev !== rev) throw conflict(kept);
    const sealed = seal(huntContent, { id, owner: id, rev: rev + 1 }, plan);
    return { changes: [rev === 0 ? addHunt(sealed) : replaceHunt(rev, sealed)], answer: { rev: rev + 1 } };
  },
});

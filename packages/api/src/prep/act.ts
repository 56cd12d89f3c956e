import { conflict } from '@parley/domain/kernel/error';
import type { SaveGratitude } from '@parley/domain/prep/input';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { act } from '../write.ts';
import { addGratitude, gratitudeContent, heldGratitude, openGratitude, replaceGratitude } from './rows.ts';

/** Keeps the next revision. A conflict carries the newer list; two first ones at once meet at the row's key. */
export const keepingGratitude = act({
  facts: () => ({ key: ownKey(), gratitude: heldGratitude() }),
  decide({ rows, open, seal, viewer: { id } }, { rev, helpers }: z.output<typeof SaveGratitude>) {
    const kept = openGratitude(open, rows.gratitude);
    if (kept.rev !== rev) throw conflict(kept);
    const sealed = seal(gratitudeContent, { id, owner: id, rev: rev + 1 }, helpers);
    return { changes: [rev === 0 ? addGratitude(sealed) : replaceGratitude(rev, sealed)], answer: { rev: rev + 1 } };
  },
});

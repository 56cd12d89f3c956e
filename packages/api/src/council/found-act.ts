import { newId } from '@parley/db/id';
import type { CreateCouncil } from '@parley/domain/council/input';
import type { z } from 'zod';
import { act } from '../write.ts';
import { addCharter, addCouncil, addKey, seatFounder } from './change-rows.ts';
import { charterContent, councilContent } from './rows.ts';

/** Founds a council with a key of its own and its first charter. */
export const foundingCouncil = act({
  facts: () => ({}),
  decide({ makeKey, seal, now }, { charter, ...about }: z.output<typeof CreateCouncil>) {
    const id = newId();
    const { wrapped, canaryId } = makeKey(id);
    const bind = { id, owner: id, rev: 1 };
    return {
      changes: [
        addKey(id, wrapped, canaryId),
        addCouncil(id, seal(councilContent, bind, { ...about, changes: [] }), now),
        seatFounder(id, now),
        addCharter(id, 1, seal(charterContent, bind, { text: charter }), now),
      ],
      answer: { councilId: id },
    };
  },
});

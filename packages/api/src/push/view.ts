import { question } from '../read.ts';
import { ownPushes, pushKey } from './rows.ts';

/** Since when notices are shown on this device, on how many others, and the key to begin with; where a device takes them is told to nobody. */
export const pushQuestion = question({
  ask: () => ({ hand: pushKey(), pushes: ownPushes() }),
  answer({ rows: { hand, pushes }, viewer }) {
    const here = pushes.find(({ sessionId }) => sessionId === viewer.sessionId);
    return {
      key: hand[0]?.key ?? null,
      since: here?.since.toISOString() ?? null,
      others: pushes.length - (here ? 1 : 0),
    };
  },
});

import { EndPush, KeepPush } from '@parley/domain/push/input';
import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { endingPush, keepingPush } from './act.ts';
import { pushQuestion } from './view.ts';

/** Notices on a device, although no window is open. */
export const pushRouter = router({
  get: readOwn(pushQuestion),
  keep: write(KeepPush, keepingPush),
  end: write(EndPush, endingPush),
});

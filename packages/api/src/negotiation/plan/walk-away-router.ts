import { SetWalkAway, WalkAwayOf } from '@parley/domain/negotiation/plan/input';
import { read } from '../../read.ts';
import { router } from '../../trpc.ts';
import { write } from '../../write.ts';
import { settingWalkAway } from './walk-away-act.ts';
import { walkAwayQuestion } from './walk-away-view.ts';

/** The only two procedures that touch the walk-away. Owner only; `set` answers with the revision alone. */
export const walkAwayRouter = router({
  get: read(WalkAwayOf, walkAwayQuestion),
  set: write(SetWalkAway, settingWalkAway),
});

import { BackchannelOf, BackchannelRef, CreateBackchannel, SaveBackchannel } from '@parley/domain/backchannel/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { addingBackchannel, removingBackchannel, savingBackchannel } from './act.ts';
import { backchannelQuestion } from './view.ts';

/** What insiders said of an opportunity, for its owner alone. */
export const backchannelRouter = router({
  list: read(BackchannelOf, backchannelQuestion),
  create: write(CreateBackchannel, addingBackchannel),
  save: write(SaveBackchannel, savingBackchannel),
  remove: write(BackchannelRef, removingBackchannel),
});

import { ItemRef, SetShare, SharedIn, ShareRef } from '@parley/domain/share/input';
import { read, readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { revokingShare, settingShare } from './act.ts';
import { ownSharedQuestion, sharedQuestion } from './list-view.ts';
import { glanceQuestion, optionsQuestion, sharesQuestion } from './view.ts';

export const shareRouter = router({
  options: read(ItemRef, optionsQuestion),
  get: read(ItemRef, sharesQuestion),
  glance: read(ItemRef, glanceQuestion),
  set: write(SetShare, settingShare),
  revoke: write(ShareRef, revokingShare),
  listShared: read(SharedIn, sharedQuestion),
  mine: readOwn(ownSharedQuestion),
});

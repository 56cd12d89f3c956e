import { KeepVersion, VersionsOf } from '@parley/domain/negotiation/script/input';
import { read } from '../../read.ts';
import { router } from '../../trpc.ts';
import { write } from '../../write.ts';
import { keepingVersion } from './act.ts';
import { versionsQuestion } from './view.ts';

/** Versions of what one says. They are made and read, never changed. */
export const scriptRouter = router({
  versions: read(VersionsOf, versionsQuestion),
  keep: write(KeepVersion, keepingVersion),
});

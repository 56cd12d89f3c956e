import { ArchivePartRef, BringArchive, SendPiece } from '@parley/domain/archive/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { bringingArchive, sendingPiece } from './act.ts';
import { partQuestion } from './view.ts';

/** All that is the viewer's own: taken in parts, brought in whole. */
export const archiveRouter = router({
  part: read(ArchivePartRef, partQuestion),
  send: write(SendPiece, sendingPiece),
  bring: write(BringArchive, bringingArchive),
});

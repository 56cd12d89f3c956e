import { AttachmentRef, AttachmentsOf, KeepAttachment } from '@parley/domain/offer/attachment/input';
import { read } from '../../read.ts';
import { router } from '../../trpc.ts';
import { witness, write } from '../../write.ts';
import { keepingAttachment, openingAttachment, removingAttachment } from './act.ts';
import { attachmentsQuestion } from './view.ts';

export const attachmentRouter = router({
  list: read(AttachmentsOf, attachmentsQuestion),
  keep: write(KeepAttachment, keepingAttachment),
  open: witness(AttachmentRef, openingAttachment),
  remove: write(AttachmentRef, removingAttachment),
});

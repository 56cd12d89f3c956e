import { type KeptAttachment, savedName } from '@parley/domain/offer/attachment/attachment';
import { useMutation } from '@tanstack/react-query';
import { callWithFile } from '../../../lib/file/call.ts';
import { saveFile } from '../../../lib/file/save.ts';
import { newKey } from '../../../lib/press.ts';
import { useTRPC } from '../../../lib/trpc.ts';

const raw = 'application/octet-stream';

/** Opens a file to save it: a reader's opening is recorded by the same call. */
export function useDownload() {
  const trpc = useTRPC();
  return useMutation({
    mutationKey: trpc.attachment.open.mutationKey(),
    networkMode: 'always',
    gcTime: 0,
    mutationFn: ({ attachmentId }: KeptAttachment) =>
      callWithFile({
        path: 'attachment.open',
        headers: { 'content-type': 'application/json', accept: raw },
        body: JSON.stringify({ attachmentId }),
        key: newKey(),
      }),
    onSuccess: (bytes, { name, kind }) => saveFile(savedName(name, kind), bytes, raw),
  });
}

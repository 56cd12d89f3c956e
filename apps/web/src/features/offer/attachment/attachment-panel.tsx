import { type KeptAttachment, mostOfAnOffer, pickable } from '@parley/domain/offer/attachment/attachment';
import { useQuery } from '@tanstack/react-query';
import Trash2 from 'lucide-react/icons/trash-2';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { FileButton } from '../../../components/form/file-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { KeepForm } from './keep-form.tsx';
import { RemoveLetterDialog, ReplaceDialog } from './replace-dialog.tsx';
import { DownloadButton, LetterLine } from './shown-list.tsx';
import { useDownload } from './use-download.ts';
import { useSending } from './use-sending.ts';
import { takeWaiting } from './use-waiting.ts';

type Act = { what: 'remove'; letter: KeptAttachment } | { what: 'replace'; letter: KeptAttachment; file: File };

/** The letter of one of my offers, kept as it came: sealed, mine alone until it is shared with the offer. */
export function AttachmentPanel({ offerId, opportunityId }: { offerId: string; opportunityId: string }) {
  const trpc = useTRPC();
  const headId = useId();
  const query = useQuery(trpc.attachment.list.queryOptions({ offerId }));
  const sending = useSending(offerId);
  const { pick } = sending;
  const pickRef = useRef(pick);
  useEffect(() => {
    // chosen while the offer was typed in
    const file = takeWaiting(opportunityId);
    if (file) pickRef.current(file);
  }, [opportunityId]);
  const letters = query.data ?? [];
  return (
    <section aria-labelledby={headId} className="flex min-w-0 flex-col gap-2 border-t border-line pt-4">
      <h3 id={headId} className="text-base">
        Letter as it came
      </h3>
      {query.isPending ? <Skeleton lines={1} what="the letter" /> : null}
      {query.isLoadingError ? <Failed error={query.error} what="the letter" retry={() => void query.refetch()} /> : null}
      {letters.length > 0 ? <OwnList letters={letters} onReplace={(file, { attachmentId }) => pick(file, attachmentId)} /> : null}
      {letters.length < mostOfAnOffer || sending.choice || sending.wrong ? (
        <KeepForm sending={sending} label={letters.length === 0 ? 'Keep the letter' : 'Keep another page or file'} />
      ) : (
        <p className="text-sm text-ink-soft">An offer keeps at most {mostOfAnOffer} files. Remove or replace one for another.</p>
      )}
    </section>
  );
}

type OwnLetter = KeptAttachment & { readers: readonly { id: string; name: string }[] };
type ListProps = { letters: readonly OwnLetter[]; onReplace: (file: File, letter: KeptAttachment) => void };

function OwnList({ letters, onReplace }: ListProps) {
  const [act, setAct] = useState<Act | null>(null);
  const download = useDownload();
  const close = () => setAct(null);
  return (
    <>
      <ul>
        {letters.map((letter) => (
          <LetterLine key={letter.attachmentId} letter={letter} note={<Who readers={letter.readers} />}>
            <DownloadButton letter={letter} download={download} />
            <FileButton
              label={`Replace ${letter.name}`}
              accept={pickable}
              onPick={(file) => setAct({ what: 'replace', letter, file })}
            >
              Replace
            </FileButton>
            <Button
              kind="quiet"
              icon={<Trash2 aria-hidden="true" />}
              aria-label={`Remove ${letter.name}`}
              onClick={() => setAct({ what: 'remove', letter })}
            >
              Remove
            </Button>
          </LetterLine>
        ))}
      </ul>
      <FormFailure failure={download.isError ? failureOf(download.error) : null} />
      {act?.what === 'remove' ? <RemoveLetterDialog letter={act.letter} onClose={close} /> : null}
      {act?.what === 'replace' ? (
        <ReplaceDialog {...act} onClose={close} onReplace={() => onReplace(act.file, act.letter)} />
      ) : null}
    </>
  );
}

/** Who can open it now, in words. */
function Who({ readers }: { readers: OwnLetter['readers'] }) {
  const format = useFormat();
  const words = readers.length === 0 ? 'Only you.' : `Shared with ${format.list(readers.map(({ name }) => name))}.`;
  return <span className="block text-sm">{words}</span>;
}

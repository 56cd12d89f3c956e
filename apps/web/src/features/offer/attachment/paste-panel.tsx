import { pickable } from '@parley/domain/offer/attachment/attachment';
import { Button } from '../../../components/button.tsx';
import { FileField } from '../../../components/form/file-field.tsx';
import { KeepForm } from './keep-form.tsx';
import { useSending } from './use-sending.ts';
import { useWaiting } from './use-waiting.ts';

type Props = { opportunityId: string; offerId: string | null; text: string };

const label = 'Keep the letter sealed with this offer';

/** What a paste brings along and no letter means. */
const plain = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, ' ');
const fileOf = (text: string) => new File([plain(text)], 'letter.txt', { type: 'text/plain' });

/** Beside a pasted letter: the file it came in, or the words themselves, kept with the offer. */
export function PastePanel({ opportunityId, offerId, text }: Props) {
  if (offerId === null) return <WaitingPanel opportunityId={opportunityId} text={text} />;
  return <SendingPanel offerId={offerId} text={text} />;
}

function SendingPanel({ offerId, text }: { offerId: string; text: string }) {
  const sending = useSending(offerId);
  return (
    <div className="flex flex-col items-start gap-2">
      <KeepForm sending={sending} label={label} />
      <KeepText text={text} onKeep={sending.pick} />
    </div>
  );
}

/** There is no offer yet: the file waits in this window until there is. */
function WaitingPanel({ opportunityId, text }: { opportunityId: string; text: string }) {
  const { file, wait } = useWaiting(opportunityId);
  return (
    <div className="flex flex-col items-start gap-2">
      <FileField
        label={label}
        hint="PDF, PNG, JPEG or plain text, up to 5 MB. It is sealed with your key once the offer is on record or kept as a draft."
        accept={pickable}
        onPick={wait}
      >
        {file ? (
          <span className="flex max-w-full flex-wrap items-center gap-x-3">
            <span>
              <bdi className="wrap-anywhere">{file.name}</bdi> will be kept with the offer.
            </span>
            <Button kind="quiet" onClick={() => wait(null)}>
              Do not keep it
            </Button>
          </span>
        ) : null}
      </FileField>
      {file ? null : <KeepText text={text} onKeep={wait} />}
    </div>
  );
}

function KeepText({ text, onKeep }: { text: string; onKeep: (file: File) => void }) {
  if (text.trim() === '') return null;
  return <Button onClick={() => onKeep(fileOf(text))}>Keep the pasted words as a text file</Button>;
}

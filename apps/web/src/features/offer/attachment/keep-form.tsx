import { pickable } from '@parley/domain/offer/attachment/attachment';
import { Button } from '../../../components/button.tsx';
import { FileField } from '../../../components/form/file-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import type { Sending } from './use-sending.ts';

const hint =
  'PDF, PNG, JPEG or plain text, up to 5 MB. It is sealed with your key, and nobody else knows of it until you share the offer with its letter.';

/** One file more for an offer; what could not be sent stays chosen. */
export function KeepForm({ sending, label }: { sending: Sending; label: string }) {
  const { choice, wrong, isBusy, kept } = sending;
  return (
    <FileField label={label} hint={hint} accept={pickable} onPick={sending.pick} isBusy={isBusy} error={wrong ?? undefined}>
      {choice ? (
        <span className="flex max-w-full flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="min-w-0 wrap-anywhere">{choice.name}</bdi>
          {isBusy ? <Progress share={sending.share} /> : <Button onClick={sending.again}>Send it again</Button>}
        </span>
      ) : null}
      <span role="status" className="text-sm text-good empty:hidden">
        {kept ? `${kept} is kept, sealed.` : ''}
      </span>
    </FileField>
  );
}

function Progress({ share }: { share: number }) {
  const format = useFormat();
  const done = Math.round(share * 100);
  return (
    <span className="flex items-center gap-2 text-sm text-ink-soft">
      <progress aria-label="Sent so far" value={share} max={1} className="h-2 w-32 accent-accent" />
      {done < 100 ? format.percent(String(done)) : 'Sealing…'}
    </span>
  );
}

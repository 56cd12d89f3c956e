import { type KeptAttachment, kindWords } from '@parley/domain/offer/attachment/attachment';
import Download from 'lucide-react/icons/download';
import FileText from 'lucide-react/icons/file-text';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useDownload } from './use-download.ts';

/** `84 kB`, `4.2 MB`. */
export function useSize(): (bytes: number) => string {
  const format = useFormat();
  return (bytes) =>
    bytes < 1024 * 1024
      ? `${format.number(Math.ceil(bytes / 1024))} kB`
      : `${format.number((bytes / 1024 / 1024).toFixed(1))} MB`;
}

type LineProps = { letter: KeptAttachment; children?: ReactNode; note?: ReactNode };

/** One file: its name, what it is, how large, since when; then what can be done with it. */
export function LetterLine({ letter: { name, kind, size, keptAt }, note, children }: LineProps) {
  const format = useFormat();
  const sizeOf = useSize();
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0">
      <span className="flex min-w-0 flex-1 basis-56 items-start gap-2">
        <FileText aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-soft" />
        <span className="min-w-0">
          <bdi className="block font-medium wrap-anywhere">{name}</bdi>
          <span className="block text-sm text-ink-soft">
            {kindWords[kind]}, {sizeOf(size)}, kept {format.instant(keptAt)}
          </span>
          {note}
        </span>
      </span>
      {children ? <span className="-mx-2 flex flex-wrap">{children}</span> : null}
    </li>
  );
}

export function DownloadButton({ letter, download }: { letter: KeptAttachment; download: ReturnType<typeof useDownload> }) {
  const isThis = download.variables?.attachmentId === letter.attachmentId;
  return (
    <Button
      kind="quiet"
      icon={<Download aria-hidden="true" />}
      aria-label={`Download ${letter.name}`}
      pending={download.isPending && isThis}
      onClick={() => download.mutate(letter)}
    >
      Download
    </Button>
  );
}

/** The files that a reader is shown. Where they may be opened, that is recorded. */
export function ShownList({ letters, mayOpen }: { letters: readonly KeptAttachment[]; mayOpen: boolean }) {
  const download = useDownload();
  if (letters.length === 0) return null;
  return (
    <section aria-label="The letter itself">
      <h4 className="text-base font-medium">The letter itself</h4>
      <ul>
        {letters.map((letter) => (
          <LetterLine key={letter.attachmentId} letter={letter}>
            {mayOpen ? <DownloadButton letter={letter} download={download} /> : null}
          </LetterLine>
        ))}
      </ul>
      {mayOpen ? <p className="text-sm text-ink-soft">Each download is recorded, as opening the offer is.</p> : null}
      <FormFailure failure={download.isError ? failureOf(download.error) : null} />
    </section>
  );
}

import Upload from 'lucide-react/icons/upload';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { buttonLook } from '../button.tsx';
import { type ControlProps, Field } from './field.tsx';

type PickProps = { accept: string; onPick: (file: File) => void; isBusy?: boolean };
type CoverProps = PickProps & Partial<ControlProps> & { 'aria-label'?: string };

/** The browser's own field, unseen over what it is drawn as: it knows presses, keys and drops by itself. */
function Cover({ accept, onPick, isBusy, ...control }: CoverProps) {
  const [isOver, setOver] = useState(false);
  const pick = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    // so that the same file can be chosen once more
    currentTarget.value = '';
    setOver(false);
    if (file && !isBusy) onPick(file);
  };
  return (
    <input
      {...control}
      type="file"
      accept={accept}
      onChange={pick}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      aria-disabled={isBusy || undefined}
      onClick={(event) => isBusy && event.preventDefault()}
      data-over={isOver || undefined}
      className="absolute inset-0 size-full min-h-0 cursor-pointer opacity-0 aria-disabled:cursor-not-allowed"
    />
  );
}

const ring = 'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent';

/** A button that opens the file picker; `label` says what it is for, where the words alone do not. */
export function FileButton({ children, label, ...pick }: PickProps & { children: ReactNode; label: string }) {
  return (
    <span className={buttonLook('quiet', `relative overflow-hidden ${ring}`)}>
      <span aria-hidden="true">{children}</span>
      <Cover {...pick} aria-label={label} />
    </span>
  );
}

export type FileFieldProps = PickProps & {
  label: string;
  hint: ReactNode;
  /** What is wrong with the file that was chosen. */
  error?: string | undefined;
  /** What became of the choice: its name, how far it is, what can be done. */
  children?: ReactNode;
};

/** One file, chosen by a press or dropped on it. */
export function FileField({ label, hint, error, children, ...pick }: FileFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <>
          <span
            className={`relative flex min-h-14 items-center gap-x-3 rounded-md border border-dashed border-line-strong bg-surface px-4 py-2 hover:border-ink-soft has-[[data-over]]:border-accent has-[[data-over]]:bg-accent-soft has-[[aria-disabled]]:opacity-60 ${ring}`}
          >
            <Upload aria-hidden="true" className="size-5 shrink-0 text-accent" />
            <span aria-hidden="true" className="font-medium text-accent">
              Choose a file
            </span>
            <span aria-hidden="true" className="hidden text-sm text-ink-soft sm:inline">
              or drop it here
            </span>
            <Cover {...pick} {...control} />
          </span>
          {children}
        </>
      )}
    </Field>
  );
}

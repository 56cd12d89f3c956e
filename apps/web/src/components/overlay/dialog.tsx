import type { ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Modal, type ModalProps, useClose } from './modal.tsx';

export type DialogProps = Omit<ModalProps, 'look'> & {
  /** For tables and previews. */
  wide?: boolean | undefined;
  /** Hides the page behind it instead of dimming it. */
  veiled?: boolean | undefined;
};

/** A question in the middle of the screen; fills a phone from below. */
export function Dialog({ wide, veiled, ...modal }: DialogProps) {
  const width = wide ? 'sm:w-[min(70rem,calc(100vw-3rem))]' : 'sm:w-[min(34rem,calc(100vw-3rem))]';
  return (
    <Modal
      {...modal}
      look={`m-0 mt-auto w-full max-w-none max-h-[92dvh] rounded-t-lg inset-x-0 bottom-0 animate-rise sm:m-auto sm:inset-0 sm:h-fit sm:max-h-[88dvh] sm:rounded-lg ${width} ${veiled ? 'backdrop:bg-surface' : ''}`}
    />
  );
}

/** The row of buttons at the end of a dialog: Cancel, then the act. */
export function DialogActions({ children, cancel = 'Cancel' }: { children: ReactNode; cancel?: string }) {
  const close = useClose();
  return (
    <div className="mt-6 flex flex-wrap items-start justify-end gap-2">
      <Button kind="quiet" onClick={close}>
        {cancel}
      </Button>
      {children}
    </div>
  );
}

export type ConfirmProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** The consequence, in one sentence. */
  consequence: ReactNode;
  /** The act as a verb: "Delete the offer". */
  act: string;
  onAct: () => void;
  pending?: boolean | undefined;
  error?: ReactNode;
};

/** Only for what cannot be undone: sharing wider, deleting, revealing. */
export function Confirm({ open, onClose, title, consequence, act, onAct, pending, error }: ConfirmProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p className="max-w-prose">{consequence}</p>
      {error}
      <DialogActions cancel="Keep as it is">
        <Button kind="danger" onClick={onAct} pending={pending}>
          {act}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

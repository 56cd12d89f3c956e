import { failureOf } from '../../lib/failure.ts';
import { Notice } from '../feedback/notice.tsx';
import { Confirm } from './dialog.tsx';

export type RevealConfirmProps = {
  /** What is revealed: "counters". */
  what: string;
  /** What revealing does, and how many are missing. */
  warning: string;
  onReveal: () => void;
  pending: boolean;
  error: unknown;
  onClose: () => void;
};

/** Revealing cannot be undone: it names how many are missing, and takes a deliberate press. */
export function RevealConfirm({ what, warning, onReveal, pending, error, onClose }: RevealConfirmProps) {
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Reveal the ${what}`}
      consequence={warning}
      act="Reveal together"
      onAct={onReveal}
      pending={pending}
      error={error ? <Notice tone="warn" title={failureOf(error).message} /> : null}
    />
  );
}

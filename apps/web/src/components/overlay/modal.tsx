import X from 'lucide-react/icons/x';
import {
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  use,
  useCallback,
  useId,
  useRef,
  useState,
} from 'react';
import { Discarding } from '../../lib/use-draft.ts';
import { Button, IconButton } from '../button.tsx';

export type ModalProps = {
  open: boolean;
  /** Called when it may really close: nothing typed, or thrown away on purpose. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Where and how it floats. */
  look: string;
};

const CloseContext = createContext<() => void>(() => undefined);

/** For a "Cancel" inside a dialog or sheet: asks first when something was typed. */
export function useClose(): () => void {
  return use(CloseContext);
}

/** The platform's modal dialog: focus stays inside and returns to where it was. */
export function Modal(props: ModalProps) {
  return props.open ? <OpenModal {...props} /> : null;
}

/** The second press of a double click is meant for what was there before: it neither closes nor answers what just opened. */
function useOwnPresses() {
  const begun = useRef(false);
  const hold = (event: MouseEvent) => {
    if (event.detail <= 1) begun.current = true;
    if (begun.current) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onMouseDownCapture: hold, onClickCapture: hold };
}

/** What is kept of what is typed inside goes when it is thrown away. */
function useDrafts() {
  const [all] = useState(() => new Set<() => void>());
  const throwAway = (close: () => void) => {
    for (const forget of all) forget();
    close();
  };
  return { all, throwAway };
}

function OpenModal({ onClose, title, children, look }: ModalProps) {
  const titleId = useId();
  const typed = useRef(false);
  const [asking, setAsking] = useState(false);
  const ownPresses = useOwnPresses();
  const drafts = useDrafts();
  const show = useCallback((dialog: HTMLDialogElement | null) => {
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  const tryClose = () => {
    if (!typed.current) return onClose();
    setAsking(true);
  };
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    tryClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // Chrome lets a second Escape through `cancel`; stopping the key keeps what is typed.
    event.preventDefault();
    event.stopPropagation();
    tryClose();
  };
  const onBackdrop = (event: MouseEvent) => {
    if (event.target === event.currentTarget) tryClose();
  };
  return (
    <CloseContext value={tryClose}>
      <dialog
        {...ownPresses}
        ref={show}
        aria-labelledby={titleId}
        onCancel={onCancel}
        onKeyDown={onKeyDown}
        onMouseDown={onBackdrop}
        onInput={() => {
          typed.current = true;
        }}
        // a form empties itself once its content has been sent
        onReset={() => {
          typed.current = false;
        }}
        className={`fixed border border-line bg-raised p-0 text-ink shadow-float ${look}`}
      >
        <div className="flex max-h-[inherit] flex-col">
          <h2 id={titleId} className="border-b border-line py-3.5 pr-14 pl-5 text-lg">
            {title}
          </h2>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-5">
            <Discarding value={drafts.all}>{children}</Discarding>
          </div>
          {asking ? <AskFirst keep={() => setAsking(false)} leave={() => drafts.throwAway(onClose)} /> : null}
          <IconButton label="Close" icon={<X aria-hidden="true" />} onClick={tryClose} className="absolute top-1 right-1" />
        </div>
      </dialog>
    </CloseContext>
  );
}

function AskFirst({ keep, leave }: { keep: () => void; leave: () => void }) {
  const focus = (node: HTMLDivElement | null) => node?.querySelector('button')?.focus();
  return (
    <div ref={focus} role="alert" className="border-t border-line bg-warn-soft p-4">
      <p className="mb-3">What you typed here has not been sent.</p>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" onClick={keep}>
          Keep writing
        </Button>
        <Button onClick={leave}>Throw it away</Button>
      </div>
    </div>
  );
}

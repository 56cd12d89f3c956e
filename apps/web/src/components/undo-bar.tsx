import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from './button.tsx';

export type UndoOffer = {
  /** What was done: "Key result removed". */
  message: string;
  /** Takes it back. */
  undo: () => void;
  /** For an act held back until it can no longer be undone. */
  settle?: (() => void) | undefined;
};

const UndoContext = createContext<(offer: UndoOffer) => void>(() => undefined);
const lasting = 8000;

/** `const offerUndo = useUndo(); offerUndo({ message: 'Key result removed', undo: … })`. */
export function useUndo(): (offer: UndoOffer) => void {
  return use(UndoContext);
}

/** One bar for the whole app: eight seconds, held while the pointer or the focus is on it. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [offer, setOffer] = useState<UndoOffer | null>(null);
  const [held, setHeld] = useState(false);
  const open = useRef<UndoOffer | null>(null);
  const settle = useCallback(() => {
    open.current?.settle?.();
    open.current = null;
    setOffer(null);
  }, []);
  const make = useCallback(
    (next: UndoOffer) => {
      settle();
      open.current = next;
      setOffer(next);
      setHeld(false);
    },
    [settle],
  );
  useEffect(() => {
    if (!offer || held) return undefined;
    const timer = setTimeout(settle, lasting);
    return () => clearTimeout(timer);
  }, [offer, held, settle]);
  useEffect(() => {
    window.addEventListener('pagehide', settle);
    return () => window.removeEventListener('pagehide', settle);
  }, [settle]);
  const undo = () => {
    open.current?.undo();
    open.current = null;
    setOffer(null);
  };
  return (
    <UndoContext value={make}>
      {children}
      <div
        role="status"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        className="pointer-events-none fixed inset-x-0 bottom-20 z-30 flex justify-center px-4 sm:bottom-6 print:hidden"
      >
        {offer ? (
          <div className="pointer-events-auto flex animate-rise items-center gap-1 rounded-md border border-line bg-raised py-1 pr-1 pl-4 shadow-float">
            <span className="mr-2">{offer.message}</span>
            <Button kind="quiet" icon={<Undo2 aria-hidden="true" />} onClick={undo}>
              Undo
            </Button>
            <IconButton label="Dismiss" icon={<X aria-hidden="true" />} onClick={settle} />
          </div>
        ) : null}
      </div>
    </UndoContext>
  );
}

import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useEffect, useRef, useState } from 'react';

const UndoMessage = lazy(() => import('./undo-message.tsx').then((file) => ({ default: file.UndoMessage })));

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
        <Suspense fallback={null}>
          {offer ? <UndoMessage message={offer.message} onUndo={undo} onDismiss={settle} /> : null}
        </Suspense>
      </div>
    </UndoContext>
  );
}

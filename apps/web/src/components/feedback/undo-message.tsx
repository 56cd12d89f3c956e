import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { Button, IconButton } from '../button.tsx';

type Props = { message: string; onUndo: () => void; onDismiss: () => void };

/** What the undo bar shows; apart from it, because the first load has nothing to undo. */
export function UndoMessage({ message, onUndo, onDismiss }: Props) {
  return (
    <div className="pointer-events-auto flex animate-rise items-center gap-1 rounded-md border border-line bg-raised py-1 pr-1 pl-4 shadow-float">
      <span className="mr-2">{message}</span>
      <Button kind="quiet" icon={<Undo2 aria-hidden="true" />} onClick={onUndo}>
        Undo
      </Button>
      <IconButton label="Dismiss" icon={<X aria-hidden="true" />} onClick={onDismiss} />
    </div>
  );
}

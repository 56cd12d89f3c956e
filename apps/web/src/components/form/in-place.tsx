import PenLine from 'lucide-react/icons/pen-line';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { Button } from '../button.tsx';

export type InPlaceProps = {
  /** What is edited, for the button: "the script". */
  what: string;
  /** Nothing is written yet, or something typed waits: the fields stand open from the start. */
  startOpen: boolean;
  reading: ReactNode;
  /** The fields; they save themselves. */
  children: ReactNode;
};

/** Text until it is touched: then its fields stand in its place, until one is done. */
export function InPlace({ what, startOpen, reading, children }: InPlaceProps) {
  const [writing, setWriting] = useState(startOpen);
  const touch = ({ target }: MouseEvent) => {
    const own = target instanceof Element && target.closest('a, button, summary, input, mark');
    if (!own && window.getSelection()?.isCollapsed !== false) setWriting(true);
  };
  if (writing)
    return (
      <div className="flex flex-col gap-5">
        {children}
        <div>
          <Button onClick={() => setWriting(false)}>Done</Button>
        </div>
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button below does the same for the keyboard. */}
      <div className="w-full cursor-text" onClick={touch}>
        {reading}
      </div>
      <Button kind="quiet" icon={<PenLine aria-hidden="true" />} onClick={() => setWriting(true)} className="-ml-4">
        Edit {what}
      </Button>
    </div>
  );
}

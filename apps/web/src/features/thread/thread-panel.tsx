import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { SplitPanel } from '../../components/split-panel.tsx';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { ThreadList } from './thread-list.tsx';
import { type Desk, DeskContext, focusMark, type Place, pressNearestMark } from './use-desk.ts';

/** Puts the conversations beside the reading column; where there is no room, in a sheet. Marks inside open it. */
export function ThreadPanel({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place | null>(null);
  const { held, hold, release } = useHeld();
  const close = useCallback(() => {
    setPlace(null);
    if (place) focusMark(place);
  }, [place]);
  const desk = useMemo<Desk>(() => ({ place, open: setPlace, close, held, hold, release }), [place, close, held, hold, release]);
  useShortcuts([{ keys: 'c', label: 'Comment on the selected part', act: pressNearestMark }]);
  return (
    <DeskContext value={desk}>
      <SplitPanel
        open={place !== null}
        onClose={close}
        panelTitle="Comments"
        panel={place ? <ThreadList key={`${place.itemId} ${place.blockId}`} place={place} /> : null}
      >
        {children}
      </SplitPanel>
    </DeskContext>
  );
}

function useHeld() {
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const hold = useCallback((id: string) => setHeld((before) => new Set(before).add(id)), []);
  const release = useCallback((id: string) => setHeld((before) => new Set([...before].filter((one) => one !== id))), []);
  return { held, hold, release };
}

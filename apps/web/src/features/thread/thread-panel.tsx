import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { SplitPanel } from '../../components/split-panel.tsx';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { SelectionCard, useMarkedPress } from './selection-card.tsx';
import { useLanding } from './use-landing.ts';
import { readSelection } from './use-selected.ts';
import {
  type Block,
  focusMark,
  pressNearestMark,
  pressNextMark,
  ThreadPanelContext,
  type ThreadPanelState,
} from './use-thread-panel.ts';

const ThreadList = lazy(() => import('./thread-list.tsx').then((file) => ({ default: file.ThreadList })));

/**
 * Puts the conversations beside the reading column; where there is no room, in a sheet. Marks inside open it, and it
 * closes with the room (at another address) that it was opened in.
 */
export function ThreadPanel({ at, children }: { at: string; children: ReactNode }) {
  const [opened, setOpened] = useState<{ at: string; place: Block } | null>(null);
  const place = opened?.at === at ? opened.place : null;
  const [active, light] = useState<string | null>(null);
  const open = useCallback(
    (next: Block) => {
      setOpened({ at, place: next });
      light(next.threadId ?? null);
    },
    [at],
  );
  const { held, hold, release } = useHeld();
  const close = useCallback(() => {
    setOpened(null);
    light(null);
    if (place) focusMark(place);
  }, [place]);
  const state = useMemo<ThreadPanelState>(
    () => ({ place, open, close, active, light, held, hold, release }),
    [place, open, close, active, held, hold, release],
  );
  useMarkedPress(open);
  const missing = useLanding(at, open);
  useKeys(open);
  return (
    <ThreadPanelContext value={state}>
      <SplitPanel
        open={place !== null}
        onClose={close}
        panelTitle="Comments"
        panel={
          <Suspense fallback={<Skeleton lines={3} what="the comments" />}>
            {place ? (
              <ThreadList
                key={`${place.itemId} ${place.blockId} ${place.quote?.start ?? ''} ${place.threadId ?? ''} ${place.suggest ?? ''}`}
                place={place}
              />
            ) : null}
          </Suspense>
        }
      >
        {missing ? (
          <div className="pt-5">
            <Notice tone="info" title="That conversation is not here any more.">
              Its comments were deleted, or you are not among those who can follow it.
            </Notice>
          </div>
        ) : null}
        {children}
      </SplitPanel>
      <SelectionCard />
    </ThreadPanelContext>
  );
}

function useKeys(open: (at: Block) => void) {
  const comment = () => {
    const selected = readSelection();
    if (!selected) return pressNearestMark();
    open(selected);
    window.getSelection()?.removeAllRanges();
  };
  useShortcuts([
    { keys: 'c', label: 'Comment on the selected words', act: comment },
    // while the panel is open, its own walk comes first
    { keys: 'j', label: 'Next conversation', act: () => pressNextMark(1) },
    { keys: 'k', label: 'Previous conversation', act: () => pressNextMark(-1) },
  ]);
}

function useHeld() {
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const hold = useCallback((id: string) => setHeld((before) => new Set(before).add(id)), []);
  const release = useCallback((id: string) => setHeld((before) => new Set([...before].filter((one) => one !== id))), []);
  return { held, hold, release };
}

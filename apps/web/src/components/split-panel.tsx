import { type ReactNode, useSyncExternalStore } from 'react';
import { Sheet } from './overlay/sheet.tsx';

export type SplitPanelProps = {
  /** The reading column. */
  children: ReactNode;
  panel: ReactNode;
  panelTitle: string;
  open: boolean;
  onClose: () => void;
};

/** A reading column with a panel beside it (under a sticky header of height `--page-top`); where there is no room, the panel is a sheet. */
export function SplitPanel({ children, panel, panelTitle, open, onClose }: SplitPanelProps) {
  const wide = useMedia('(min-width: 75rem)');
  return (
    <div className="group flex items-start gap-8">
      <div className="min-w-0 max-w-column flex-1">{children}</div>
      {wide && open ? (
        <aside
          aria-label={panelTitle}
          className="sticky top-[calc(var(--page-top,0px)+1rem)] max-h-[calc(100dvh-var(--page-top,0px)-2rem)] w-panel shrink-0 animate-appear overflow-y-auto rounded-md border border-line bg-raised p-4"
        >
          {panel}
        </aside>
      ) : null}
      {wide ? null : (
        <Sheet open={open} onClose={onClose} title={panelTitle}>
          {panel}
        </Sheet>
      )}
    </div>
  );
}

/** Whether a media query holds, followed as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

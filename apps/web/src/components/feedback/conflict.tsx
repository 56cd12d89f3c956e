import type { ReactNode } from 'react';
import { Button } from '../button.tsx';

export type ConflictRow = { label: string; mine: ReactNode; newer: ReactNode };

export type ConflictProps = {
  /** The fields that differ. */
  rows: readonly ConflictRow[];
  /** Save mine over the newer version (with its revision). */
  onMine: () => void;
  /** Take the newer version and let mine go. */
  onNewer: () => void;
  pending?: boolean | undefined;
};

/** Somebody saved in between: both versions side by side, and the choice between them. */
export function Conflict({ rows, onMine, onNewer, pending }: ConflictProps) {
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-md bg-warn-soft p-4">
      <p className="font-medium">A newer version was saved while you were writing. Nothing of yours is lost.</p>
      {rows.map((row) => (
        <div key={row.label} className="grid gap-2 sm:grid-cols-2">
          <div className="rounded-md border border-line bg-raised p-3">
            <p className="text-sm text-ink-soft">{row.label}, yours</p>
            <div className="whitespace-pre-wrap">{row.mine}</div>
          </div>
          <div className="rounded-md border border-line bg-raised p-3">
            <p className="text-sm text-ink-soft">{row.label}, newer</p>
            <div className="whitespace-pre-wrap">{row.newer}</div>
          </div>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onMine} pending={pending}>
          Save mine over it
        </Button>
        <Button kind="quiet" onClick={onNewer}>
          Take the newer one
        </Button>
      </div>
    </div>
  );
}

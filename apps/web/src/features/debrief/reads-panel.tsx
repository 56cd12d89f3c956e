import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { SealedSeats } from '../../components/sealed-seats.tsx';
import { useFormat } from '../../lib/format.ts';
import { ReadForm } from './read-form.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { RevealedPanel } from './revealed-panel.tsx';
import type { Debrief, OpenReads } from './use-debrief.ts';

/** How likely it goes on: sealed by each alone, revealed to all together. */
export function ReadsPanel({ debrief }: { debrief: Debrief }) {
  const { reads, mine, id, outcome, ownerName } = debrief;
  if (reads.state === 'revealed')
    return (
      <Frame of={id} title="The reads">
        <RevealedPanel reads={reads} outcome={outcome} />
      </Frame>
    );
  if (reads.state === 'open')
    return (
      <Frame of={id} title="Sealed reads">
        <OpenRound debriefId={id} {...{ mine, reads }} ownerName={ownerName ?? 'the owner'} />
      </Frame>
    );
  if (!mine) return <p className="text-ink-soft">{ownerName} has not asked for reads of this yet.</p>;
  if (outcome) return null;
  return (
    <Frame of={id} title="How likely is it to go on?">
      <p className="max-w-prose text-ink-soft">
        Seal your own read first. Then everybody who can read this debrief seals theirs. Nobody, you included, sees a number but
        their own until all are revealed together.
      </p>
      <ReadForm debriefId={id} asks={reads.asked} own={null} onDone={() => undefined} />
    </Frame>
  );
}

function Frame({ of, title, children }: { of: string; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      id={`reads-${of}`}
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-md border border-line-strong px-4 py-4"
    >
      <h4 id={id} className="font-medium">
        {title}
      </h4>
      {children}
    </section>
  );
}

type OpenProps = { debriefId: string; mine: boolean; ownerName: string; reads: OpenReads };

function OpenRound({ debriefId, mine, ownerName, reads }: OpenProps) {
  const format = useFormat();
  const [replacing, setReplacing] = useState(false);
  const [revealing, setRevealing] = useState(false);
  return (
    <>
      <div className="flex flex-col gap-1">
        <SealedSeats seats={reads.seats} />
        <p className="text-sm text-ink-soft">
          Seats change all together at set times, so that they tell no order: next {format.instant(reads.turnsAt)}.
        </p>
      </div>
      {reads.own && !replacing ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="inline-flex items-center gap-2">
            <LockKeyhole aria-hidden="true" className="size-5 text-ink-soft" />
            Your read is sealed.
          </span>
          <Button kind="quiet" onClick={() => setReplacing(true)}>
            Open and replace it
          </Button>
        </div>
      ) : (
        <ReadForm debriefId={debriefId} own={reads.own} onDone={() => setReplacing(false)} />
      )}
      {mine ? (
        <div>
          <Button onClick={() => setRevealing(true)}>Reveal together</Button>
        </div>
      ) : (
        <p className="text-sm text-ink-soft">
          They are revealed when everybody has sealed, or when {ownerName} reveals them. Until then nobody sees yours, and what
          you comment here reaches the owner alone.
        </p>
      )}
      {revealing ? <RevealDialog debriefId={debriefId} missing={reads.missing} onClose={() => setRevealing(false)} /> : null}
    </>
  );
}

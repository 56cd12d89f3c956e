import { debriefTitle } from '@parley/domain/debrief/debrief';
import { useEffect, useId, useRef, useState } from 'react';
import { Chip } from '../../components/chip.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { ShareChip } from '../../components/item-tools.tsx';
import { useFormat } from '../../lib/format.ts';
import { useOnline } from '../../lib/use-online.ts';
import { type Begun, useCapture } from './use-autosave.ts';
import { Trouble, WritingForm } from './writing-form.tsx';

type Props = {
  opportunityId: string;
  begun: Begun;
  /** It is on the server: from now on it is found there. */
  onMade: () => void;
  onDone: (written: boolean) => void;
};

/** Right after the call: the cursor stands in what they said, and nothing has to be pressed for it to be safe. */
export function CapturePanel({ opportunityId, begun, onMade, onDone }: Props) {
  const format = useFormat();
  const id = useId();
  const [made, setMade] = useState(false);
  const writing = useCapture(opportunityId, begun, () => {
    setMade(true);
    onMade();
  });
  const { document, write, errorOf, state, failure, retry, rev } = writing;
  const frame = useFirstField();
  const online = useOnline();
  const lost = !online || failure?.code === 'OFFLINE';
  useWhenBack(failure?.code === 'OFFLINE', retry);
  const { time } = document;
  const safe = made || rev > 0;
  const waits = !safe && lost ? 'It is kept in this browser, and not on the server yet.' : null;
  const leave = useLeaving(state === 'saved' || state === 'clean', () => onDone(safe));
  return (
    <section ref={frame} aria-labelledby={id} className="rounded-md border border-line bg-raised px-4 py-4 sm:px-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 id={id} className="font-medium">
          {debriefTitle(document)}
          {time?.type === 'moment' ? (
            <span className="font-normal text-ink-soft tabular-nums"> · {format.dayTime(time.at)}</span>
          ) : null}
        </h3>
        <span className="flex items-center gap-3">
          {safe ? <ShareChip itemId={begun.debriefId} kind="debrief" /> : <Chip>Only you</Chip>}
          <SavedMark state={state} />
        </span>
      </div>
      {lost ? (
        <p role="status" className="mb-3 text-ink-soft">
          There is no connection. What you write is kept in this browser and sent by itself once there is one.
        </p>
      ) : (
        <Trouble writing={writing} />
      )}
      <WritingForm {...{ document, write, errorOf }} itemId={safe ? begun.debriefId : null} onDone={leave} why={waits} />
    </section>
  );
}

/** The first field has the focus: one speaks or types at once. */
function useFirstField() {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const field = frame.current?.querySelector('textarea');
    // whoever comes back to words that wait goes on at their end
    field?.setSelectionRange(field.value.length, field.value.length);
    field?.focus();
  }, []);
  return frame;
}

/** Leaves once all is saved: what comes after it reads what the server has. */
function useLeaving(isSaved: boolean, leave: () => void): () => void {
  const [leaving, setLeaving] = useState(false);
  const held = useRef(leave);
  useEffect(() => {
    held.current = leave;
  });
  useEffect(() => {
    if (leaving && isSaved) held.current();
  }, [leaving, isSaved]);
  return () => setLeaving(true);
}

/** What could not be sent is sent again when the line is back. */
function useWhenBack(waits: boolean, again: () => void): void {
  const held = useRef(again);
  useEffect(() => {
    held.current = again;
  });
  useEffect(() => {
    if (!waits) return undefined;
    const retry = () => held.current();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [waits]);
}

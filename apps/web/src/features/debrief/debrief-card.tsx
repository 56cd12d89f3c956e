import { debriefTitle } from '@parley/domain/debrief/debrief';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShareChip, ThreadMark } from '../../components/item-tools.tsx';
import { type Format, useFormat } from '../../lib/format.ts';
import { AccountPanel } from './account-panel.tsx';
import { DebriefForm } from './debrief-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { ReadsPanel } from './reads-panel.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { type Debrief, type DebriefEntry, useDebrief } from './use-debrief.ts';

type Props = { entry: DebriefEntry; open: boolean; onToggle: () => void };

/** One debrief: a line when closed, the whole account with its reads when open. */
export function DebriefCard({ entry, open, onToggle }: Props) {
  const format = useFormat();
  const id = useId();
  const title = debriefTitle(entry);
  return (
    <article id={`item-${entry.id}`} aria-labelledby={id} className="rounded-md border border-line bg-raised">
      <h3 className="text-base">
        <button
          type="button"
          id={id}
          aria-expanded={open}
          onClick={onToggle}
          className="flex min-h-12 w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-left hover:bg-sunken sm:px-5"
        >
          <ChevronDown aria-hidden="true" className={`size-5 shrink-0 text-ink-soft ${open ? '' : '-rotate-90'}`} />
          <span className="min-w-0 flex-1 basis-44 font-medium wrap-anywhere">{title}</span>
          <span className="text-sm font-normal text-ink-soft tabular-nums">{whenInWords(entry, format)}</span>
          <StateChip entry={entry} />
        </button>
      </h3>
      {open ? <Body debriefId={entry.id} title={title} /> : null}
    </article>
  );
}

function whenInWords({ time }: DebriefEntry, format: Format): string {
  if (time === null) return 'no day yet';
  return time.type === 'day' ? format.day(time.day) : format.dayTime(time.at);
}

const outcomeWords = {
  advanced: 'advanced',
  rejected: 'rejected',
  offer: 'offer',
  withdrew: 'withdrew',
  none: 'nothing heard',
} as const;

function StateChip({ entry: { outcome, readsState } }: { entry: DebriefEntry }) {
  if (outcome)
    return <Chip tone={outcome === 'advanced' || outcome === 'offer' ? 'good' : 'plain'}>{outcomeWords[outcome]}</Chip>;
  if (readsState === 'open') return <Chip tone="accent">reads open</Chip>;
  return readsState === 'revealed' ? <Chip>reads revealed</Chip> : null;
}

function Body({ debriefId, title }: { debriefId: string; title: string }) {
  const debrief = useDebrief(debriefId);
  if (debrief.isPending)
    return (
      <div className="px-4 pb-4 sm:px-5">
        <Skeleton what="the debrief" />
      </div>
    );
  if (debrief.isLoadingError) return <Failed error={debrief.error} what="the debrief" retry={() => void debrief.refetch()} />;
  return <Whole debrief={debrief.data} title={title} />;
}

function Whole({ debrief, title }: { debrief: Debrief; title: string }) {
  const [removing, setRemoving] = useState(false);
  const tools = (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <ShareChip itemId={debrief.id} kind="debrief" />
      <ThreadMark itemId={debrief.id} blockId="item" label={title} />
    </div>
  );
  return (
    <div className="flex flex-col gap-6 border-t border-line px-4 py-4 sm:px-5">
      {debrief.mine ? <DebriefForm debrief={debrief} tools={tools} /> : tools}
      {debrief.mine ? null : <AccountPanel debrief={debrief} />}
      <ReadsPanel debrief={debrief} />
      {debrief.mine ? <OutcomeForm debrief={debrief} /> : null}
      {debrief.mine ? (
        <div className="flex justify-end border-t border-line pt-3">
          <Button kind="quiet" onClick={() => setRemoving(true)}>
            Delete this debrief
          </Button>
        </div>
      ) : null}
      {removing ? <RemoveDialog debriefId={debrief.id} onClose={() => setRemoving(false)} /> : null}
    </div>
  );
}

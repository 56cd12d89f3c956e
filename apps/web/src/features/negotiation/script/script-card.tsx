import { readLines, type Script } from '@parley/domain/negotiation/script/script';
import type { SlotName } from '@parley/domain/negotiation/script/slot-name';
import Ellipsis from 'lucide-react/icons/ellipsis';
import History from 'lucide-react/icons/history';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { InPlace } from '../../../components/form/in-place.tsx';
import { QuotedText, ThreadMark } from '../../../components/item-tools.tsx';
import { Menu } from '../../../components/overlay/menu.tsx';
import type { ShownSlot } from '../../../components/spoken-lines.tsx';
import { SpokenLines } from '../../../components/spoken-lines.tsx';
import { Cites } from '../competing-form.tsx';
import { ScriptForm } from './script-form.tsx';
import { useKeeping } from './use-keeping.ts';
import { VersionDialog } from './version-dialog.tsx';

export type ScriptCardProps = {
  negotiationId: string;
  mine: boolean;
  script: Script;
  show: (slot: SlotName) => ShownSlot;
  onChange: (script: Script) => void;
  onRemove: () => void;
  /** Refuses what shows the walk-away, until its owner has said that it may. */
  lookAt: (script: Script) => Promise<void>;
};

/** One script as it is said; its owner edits it in place, keeps versions and takes one back. */
export function ScriptCard(props: ScriptCardProps) {
  const { negotiationId, mine, script, show, onChange, lookAt } = props;
  const reading = <Reading {...{ negotiationId, script, show }} />;
  return (
    <div className="flex flex-col gap-3">
      <Head {...props} />
      {mine ? (
        <InPlace what="the script" startOpen={script.text === ''} reading={reading}>
          <ScriptForm {...{ negotiationId, script, show, onChange }} />
          {reading}
        </InPlace>
      ) : (
        reading
      )}
      <Cites {...{ negotiationId, mine }} cites={script.cites} />
      {mine && script.text.trim() !== '' ? <Keep key={script.text} {...{ negotiationId, script, lookAt }} /> : null}
    </div>
  );
}

function Head({ negotiationId, mine, script, onChange, onRemove, lookAt }: ScriptCardProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex items-center justify-between gap-2">
      <h3 className="min-w-0 text-base break-words">{script.name}</h3>
      <span className="flex shrink-0 items-center">
        <ThreadMark itemId={negotiationId} blockId={script.id} label={script.name} />
        {mine ? (
          <Menu
            iconOnly
            label={`More: “${script.name}”`}
            icon={<Ellipsis aria-hidden="true" />}
            entries={[
              { id: 'versions', label: 'Earlier versions', icon: <History aria-hidden="true" />, onAct: () => setOpen(true) },
              { id: 'remove', label: 'Remove', icon: <Trash2 aria-hidden="true" />, onAct: onRemove, danger: true },
            ]}
          />
        ) : null}
      </span>
      {open ? <VersionDialog {...{ negotiationId, script, onChange, lookAt }} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

/** The script as it is said. Its words can be quoted; a figure in a quote is its name, so that it shows to nobody what is not theirs. */
function Reading({ negotiationId, script, show }: Pick<ScriptCardProps, 'negotiationId' | 'script' | 'show'>) {
  const { id, name, text } = script;
  if (text.trim() === '') return <p className="text-ink-soft">Nothing written yet.</p>;
  const words = (start: number, said: string) => (
    <QuotedText itemId={negotiationId} blockId={id} text={text} label={name} part={{ start, end: start + said.length }} />
  );
  return <SpokenLines lines={readLines(script)} show={show} words={words} />;
}

/** Keeps the script as it stands now; what is kept can be compared and taken back. */
function Keep({ negotiationId, script, lookAt }: Pick<ScriptCardProps, 'negotiationId' | 'script' | 'lookAt'>) {
  const { keep, run, state, failure } = useKeeping(negotiationId, lookAt);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button pending={state === 'keeping'} onClick={() => run(() => keep(script, 'saved'))}>
        Keep this version
      </Button>
      <span aria-live="polite" className="text-sm text-ink-soft">
        {state === 'kept' ? 'Kept. It is under “Earlier versions”.' : ''}
      </span>
      <FormFailure failure={failure} />
    </div>
  );
}

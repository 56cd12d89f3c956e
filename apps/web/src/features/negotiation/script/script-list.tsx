import { mostScripts, type Script, scriptNames } from '@parley/domain/negotiation/script/script';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { LeakNotice } from '../../../components/feedback/leak-notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { useRemoval } from '../../../components/feedback/use-removal.tsx';
import { newId } from '../../../lib/new-id.ts';
import type { Editing } from '../plan/conflict-card.tsx';
import { ScriptCard } from './script-card.tsx';
import { type SlotProps, useSlots } from './use-slots.ts';

export type ScriptListProps = SlotProps & { editing: Editing };

/** What one says: several scripts, one shown at a time. */
export function ScriptList(props: ScriptListProps) {
  const { negotiationId, mine, editing } = props;
  const { scripts, shown, setShown, change, add, removal } = useScripts(props);
  const { show } = useSlots(props);
  return (
    <Card title={mine ? 'What you say' : 'Scripts'} aside={mine ? <SavedMark state={editing.state} /> : null}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2 empty:hidden">
          <Tabs {...{ scripts, shown, setShown }} />
          {mine && scripts.length > 0 && scripts.length < mostScripts ? (
            <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={add}>
              Another script
            </Button>
          ) : null}
        </div>
        <LeakNotice
          found={editing.leaking}
          next="It is kept in this browser and not saved yet."
          act="Save it all the same"
          onAct={editing.keepAnyway}
        />
        {scripts.length === 0 ? <NoScript mine={mine} onAdd={add} /> : null}
        {shown ? (
          <ScriptCard
            key={shown.id}
            {...{ negotiationId, mine, show }}
            script={shown}
            onChange={change}
            onRemove={() => removal.remove(shown.id)}
            lookAt={editing.lookAt}
          />
        ) : null}
      </div>
    </Card>
  );
}

function NoScript({ mine, onAdd }: { mine: boolean; onAdd: () => void }) {
  if (!mine) return <p className="text-ink-soft">No script written yet.</p>;
  return (
    <EmptyState title="Write down what you will say" action={<Button onClick={onAdd}>Write a script</Button>}>
      One for each conversation: the first call, a counter by phone, the last word.
    </EmptyState>
  );
}

const tab =
  'inline-flex min-h-11 max-w-full items-center rounded-md px-3 text-left break-words text-ink-soft hover:bg-sunken hover:text-ink ' +
  'aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-strong';

type TabsProps = { scripts: readonly Script[]; shown: Script | undefined; setShown: (id: string) => void };

function Tabs({ scripts, shown, setShown }: TabsProps) {
  if (scripts.length < 2) return null;
  return (
    <ul aria-label="Scripts" className="contents">
      {scripts.map(({ id, name }) => (
        <li key={id} className="max-w-full">
          <button type="button" aria-pressed={id === shown?.id} onClick={() => setShown(id)} className={tab}>
            {name || 'without a name'}
          </button>
        </li>
      ))}
    </ul>
  );
}

function useScripts({ plan, editing }: ScriptListProps) {
  const [chosen, setShown] = useState<string | null>(null);
  const removal = useRemoval((id) => {
    editing.change((now) => ({ ...now, scripts: now.scripts.filter((one) => one.id !== id) }));
    return Promise.resolve();
  }, 'Script removed');
  const scripts = plan.scripts.filter(({ id }) => !removal.isGone(id));
  const add = () => {
    const free = scriptNames.find((name) => plan.scripts.every((one) => one.name !== name));
    const script = { id: newId(), name: free ?? `Script ${plan.scripts.length + 1}`, text: '', slots: [], cites: null };
    editing.change((now) => ({ ...now, scripts: [...now.scripts, script] }));
    setShown(script.id);
  };
  const change = (next: Script) =>
    editing.change((now) => ({ ...now, scripts: now.scripts.map((one) => (one.id === next.id ? next : one)) }));
  return { scripts, shown: scripts.find(({ id }) => id === chosen) ?? scripts[0], setShown, change, add, removal };
}

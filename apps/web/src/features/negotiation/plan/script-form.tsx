import { type Plan, readScript, slotsOf } from '@parley/domain/negotiation/negotiation';
import { Card } from '../../../components/card.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import { InPlace } from '../../../components/form/in-place.tsx';
import { ThreadMark } from '../../../components/item-tools.tsx';
import { CitationChoice, Cites } from '../competing-form.tsx';
import type { Editing } from './conflict-card.tsx';

export type ScriptFormProps = { negotiationId: string; plan: Plan; mine: boolean; editing: Editing };

/** The words to say, with slots like `[ask]` to fill in. */
export function ScriptForm({ negotiationId, plan, mine, editing }: ScriptFormProps) {
  return (
    <Card
      title={mine ? 'What you say' : 'Script'}
      aside={
        <span className="flex items-center gap-2">
          {mine ? <SavedMark state={editing.state} /> : null}
          <ThreadMark itemId={negotiationId} blockId="script" label="The script" />
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        {mine ? (
          <InPlace what="the script" startOpen={plan.script.text === ''} reading={<Spoken script={plan.script} />}>
            <ScriptFields script={plan.script} editing={editing} />
            <ScriptCitation {...{ negotiationId, editing }} script={plan.script} />
            <Spoken script={plan.script} />
          </InPlace>
        ) : (
          <Spoken script={plan.script} />
        )}
        <Cites {...{ negotiationId, mine }} cites={plan.script.cites} />
      </div>
    </Card>
  );
}

function ScriptFields({ script, editing }: { script: Plan['script']; editing: Editing }) {
  const { text, slots } = script;
  const write = (next: string) => editing.change({ script: { ...script, text: next, slots: slotsOf(next, slots) } });
  const fill = (name: string, value: string) => {
    const filled = slotsOf(text, slots).map((slot) => (slot.name === name ? { name, value } : slot));
    editing.change({ script: { ...script, text, slots: filled } });
  };
  return (
    <>
      <TextArea
        label="Script"
        hint="In your own words. Put what is still open in square brackets, like [ask]; each becomes a field below."
        maxLength={6000}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {slotsOf(text, slots).map(({ name, value }) => (
          <TextField key={name} label={name} maxLength={300} value={value} onChange={(event) => fill(name, event.target.value)} />
        ))}
      </div>
    </>
  );
}

/** The offer of somebody else that the script names. */
function ScriptCitation({ negotiationId, script, editing }: { negotiationId: string; script: Plan['script']; editing: Editing }) {
  const take = (offerId: string | null) => editing.change({ script: { ...script, cites: offerId ? { offerId, as: '' } : null } });
  return <CitationChoice {...{ negotiationId }} value={script.cites?.offerId ?? null} onChange={take} />;
}

/** The script as it will be said: filled slots marked, open ones in their brackets. */
function Spoken({ script }: { script: Plan['script'] }) {
  if (script.text.trim() === '') return <p className="text-ink-soft">Nothing written yet.</p>;
  const parts = readScript(script.text, script.slots);
  return (
    <blockquote aria-label="As you will say it" className="max-w-prose border-l-2 border-accent pl-4 whitespace-pre-wrap">
      {parts.map((part, index) => {
        const key = `${index} ${part.slot ?? ''}`;
        if (part.slot === null) return <span key={key}>{part.text}</span>;
        if (part.text === '')
          return (
            <span key={key} className="text-warn">
              [{part.slot}]
            </span>
          );
        return (
          <strong key={key} className="font-semibold">
            {part.text}
          </strong>
        );
      })}
    </blockquote>
  );
}

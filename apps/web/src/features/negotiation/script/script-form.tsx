import { insertLine, type Script, scriptNames, slotsOf } from '@parley/domain/negotiation/script/script';
import type { SlotName } from '@parley/domain/negotiation/script/slot-name';
import { useId, useRef } from 'react';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import type { ShownSlot } from '../../../components/spoken-lines.tsx';
import { ProofList } from '../asks/proof-list.tsx';
import { CitationChoice } from '../competing-form.tsx';
import { OpenerList } from './opener-list.tsx';
import { SlotList } from './slot-list.tsx';

export type ScriptFormProps = {
  negotiationId: string;
  script: Script;
  show: (slot: SlotName) => ShownSlot;
  onChange: (script: Script) => void;
};

/** Where one writes in a text area, so that what is chosen from a list goes there. */
function useCaret() {
  const area = useRef<HTMLTextAreaElement>(null);
  const put = (end: number) =>
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(end, end);
    });
  return { area, at: () => area.current?.selectionStart ?? undefined, put };
}

/** The name and the words of one script. Figures are chosen from a list; what is open stands in square brackets. */
export function ScriptForm({ negotiationId, script, show, onChange }: ScriptFormProps) {
  const { text, slots } = script;
  const { area, at, put } = useCaret();
  const names = useId();
  const write = (next: string) => onChange({ ...script, text: next, slots: slotsOf(next, slots) });
  const fill = (name: string, value: string) =>
    onChange({ ...script, slots: slotsOf(text, slots).map((slot) => (slot.name === name ? { name, value } : slot)) });
  const insert = (slot: SlotName) => {
    const from = at() ?? text.length;
    write(`${text.slice(0, from)}{${slot}}${text.slice(from)}`);
    put(from + slot.length + 2);
  };
  const say = (line: string) => {
    const { text: next, end } = insertLine(text, line, at());
    write(next);
    put(end);
  };
  return (
    <>
      <TextField
        label="Name of the script"
        maxLength={60}
        list={names}
        value={script.name}
        onChange={(event) => onChange({ ...script, name: event.target.value })}
        error={script.name.trim() === '' ? 'Write the name of the script.' : undefined}
      />
      <datalist id={names}>
        {scriptNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="flex flex-col gap-2">
        <TextArea
          label="Script"
          hint="In your own words. Put what is still open in square brackets, like [reason]; each becomes a field below."
          maxLength={6000}
          ref={area}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
        <SlotList {...{ show }} onPick={insert} />
        <ProofList onPick={say} />
        <OpenerList {...{ show }} onTake={say} />
      </div>
      <OpenFields slots={slotsOf(text, slots)} onFill={fill} />
      <CitationChoice
        {...{ negotiationId }}
        value={script.cites?.offerId ?? null}
        onChange={(offerId) => onChange({ ...script, cites: offerId ? { offerId, as: '' } : null })}
      />
    </>
  );
}

type OpenProps = { slots: Script['slots']; onFill: (name: string, value: string) => void };

/** A field for each thing that stands in square brackets. */
function OpenFields({ slots, onFill }: OpenProps) {
  return (
    <div className="grid gap-x-4 gap-y-3 empty:hidden sm:grid-cols-2">
      {slots.map(({ name, value }) => (
        <TextField key={name} label={name} maxLength={300} value={value} onChange={(event) => onFill(name, event.target.value)} />
      ))}
    </div>
  );
}

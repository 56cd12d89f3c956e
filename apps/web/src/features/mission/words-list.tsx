import { linesIn } from '@parley/domain/mission/paste';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import type { MenuEntry } from '../../components/overlay/menu-look.tsx';
import { drafts } from '../../lib/drafts.ts';
import { newId } from '../../lib/new-id.ts';
import { usePerson } from '../../lib/person.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { BlockCard, useBlockEntries } from './block-card.tsx';
import { TextForm } from './text-form.tsx';
import { useLines } from './use-lines.ts';
import type { Edit } from './use-mission.ts';
import { useWriting } from './use-writing.ts';

type Worded = { id: string; text: string };
type FormProps<Line> = { draft: string; isBegun: boolean; onSave: (line: Line) => void; onClose: () => void };

type Props<Line extends Worded> = {
  missionId: string;
  edit: Edit | null;
  kind: 'question' | 'need';
  /** What one is called: the label of its text. */
  label: string;
  placeholder: string;
  schema: z.ZodType<string, string>;
  lines: readonly Line[];
  blank: (id: string) => Line;
  onPut: (line: Line) => void;
  full: boolean;
  /** All that a line has beside its words. */
  fields: (line: Line, form: FormProps<Line>) => ReactNode;
  /** Acts of this kind of line, in its menu. */
  acts?: ((line: Line) => MenuEntry[]) | undefined;
  children: (line: Line) => ReactNode;
};

/** Lines of words with some fields behind them: typed in place, one after the other. */
export function WordsList<Line extends Worded>(props: Props<Line>) {
  const { missionId, edit, kind, label, lines, blank, acts, children } = props;
  const writing = useWriting();
  const entries = useBlockEntries(edit);
  const fresh = writing.placeOf(`${kind}:new`);
  const menu = (line: Line) => {
    const [first, ...others] = entries(line.id, label, () => writing.open(line.id));
    return first ? [first, ...(acts?.(line) ?? []), ...others] : [];
  };
  return (
    <ul className="flex flex-col gap-1">
      {lines.map((line) => (
        <li key={line.id}>
          <BlockCard
            missionId={missionId}
            blockId={line.id}
            label={line.text}
            edit={edit}
            kind={kind}
            onEdit={() => writing.open(line.id)}
            entries={menu(line)}
            writing={edit && writing.placeOf(line.id) ? <WordsLine {...props} line={line} place={line.id} /> : null}
          >
            {children(line)}
          </BlockCard>
        </li>
      ))}
      {edit && fresh ? (
        <li key={`new ${lines.length}`}>
          <FreshWords {...props} blank={blank} />
        </li>
      ) : null}
    </ul>
  );
}

function FreshWords<Line extends Worded>(props: Props<Line>) {
  const [blank] = useState(() => props.blank(newId()));
  return <WordsLine {...props} line={blank} place={`${props.kind}:new`} />;
}

type LineProps<Line extends Worded> = Props<Line> & { line: Line; place: string };

function WordsLine<Line extends Worded>(props: LineProps<Line>) {
  const { missionId, edit, kind, label, placeholder, schema, onPut, fields, line, place, full } = props;
  const writing = useWriting();
  const lines = useLines(edit);
  const draft = `mission:${missionId}:${place}`;
  const { id: person } = usePerson();
  const isHeld = useHeld(draft);
  const [open, setOpen] = useState(isHeld ? line : null);
  const isNew = place !== line.id;
  const close = () => {
    // what was typed as a line waited until its fields were done
    drafts.clear(person, `${draft}:line`);
    writing.close(place, line.id);
  };
  if (open) return fields(open, { draft, isBegun: open !== line, onSave: onPut, onClose: close });
  const next = (text: string) => (text === '' || (full && isNew) ? undefined : writing.open(`${kind}:new`));
  return (
    <TextForm
      label={label}
      draft={`${draft}:line`}
      text={line.text}
      schema={schema}
      placeholder={placeholder}
      isRestored={writing.placeOf(place)?.isRestored}
      onSave={(text) => onPut({ ...line, text })}
      onClose={(isLeft) => writing.close(place, isLeft ? line.id : undefined)}
      onNext={isNew ? next : undefined}
      onMove={isNew ? undefined : (by) => lines?.move(line.id, by)}
      onLines={(text) => {
        const isOwn = isNew && linesIn(text).length > 1;
        return isOwn && (lines?.paste({ into: kind === 'question' ? 'questions' : 'needs' }, text) ?? false);
      }}
      acts={(typed) => (
        <Button
          kind="quiet"
          className="-ml-2 px-2"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => setOpen({ ...line, text: typed().trim() })}
        >
          All fields
        </Button>
      )}
    />
  );
}

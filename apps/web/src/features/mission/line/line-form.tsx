import { keyResult } from '@parley/domain/mission/input';
import { type ReadLine, readLine } from '@parley/domain/mission/line/read-line';
import { applyLine, writeLine } from '@parley/domain/mission/line/write-line';
import type { KeyResult } from '@parley/domain/mission/mission';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { KeptMark } from '../../../components/feedback/kept-mark.tsx';
import { FieldError } from '../../../components/form/field.tsx';
import { writeInto } from '../../../components/form/use-quiet-field.tsx';
import { useHeld, useTyped } from '../../../lib/use-draft.ts';
import { FormEnd, InPlaceForm, type LineKeys, moveOf, pasteOf, wordsOf } from '../text-form.tsx';
import { useAsked } from '../use-lines.ts';
import { FieldsForm } from './fields-form.tsx';
import { ReadingCard } from './reading-card.tsx';
import { inPlaceLook, useLine } from './use-line.ts';

type Props = LineKeys & {
  result: KeyResult;
  /** Where an unfinished line is kept in this browser. */
  draft: string;
  isRestored: boolean;
  onSave: (result: KeyResult) => void;
  onClose: (isLeft?: boolean) => void;
};

/** Longer than a line that is one: it is not read at every key. */
const longest = 400;

type Asked = ReturnType<typeof useAsked>;

const readOf = (text: string, asked: Asked) => (text.trim() === '' || text.length > longest ? null : readLine(text, asked));

/** One key result, typed as a line; what it says is shown below it, and its fields are one press away. */
export function LineForm(props: Props) {
  const { result, draft, onSave, onClose } = props;
  const asked = useAsked();
  const line = useMemo(() => (result.metric === '' ? '' : writeLine(result, asked)), [result, asked]);
  const typed = useTyped({ name: `${draft}:line`, rev: wordsOf(result) }, line ?? '');
  const hasFields = useHeld(draft);
  const [fields, setFields] = useState<KeyResult | null>(line === null || hasFields ? result : null);
  if (!fields) return <OneLine {...props} typed={typed} line={line ?? ''} onFields={setFields} />;
  // what was typed as a line waits until its fields are done
  const close = () => {
    typed.clear();
    onClose(true);
  };
  return <FieldsForm result={fields} draft={draft} isBegun={fields !== result} onSave={onSave} onClose={close} />;
}

type LineProps = Props & { typed: ReturnType<typeof useTyped>; line: string; onFields: (so: KeyResult) => void };

function sentenceOf(result: KeyResult, read: ReadLine | null): string | undefined {
  if (read?.wrong) return read.wrong;
  if (read && read.asks.length > 0) return 'Say which number or day it is.';
  const parsed = keyResult.safeParse(applyLine(result, read?.words ?? { ...result, metric: 'x'.repeat(longest) }));
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}

function useReading({ result, typed, line, onSave, onClose, onNext, onMove }: LineProps) {
  const asked = useAsked();
  const { now, shown } = typed;
  const readNow = () => readOf(now(), asked);
  // a key is on the screen at once; what the line says follows when the fingers rest
  const read = useMemo(() => readOf(shown, asked), [shown, asked]);
  const [isTried, setTried] = useState(false);
  const isEmpty = (text: string) => text.trim() === '' && line === '';
  const wrongIn = (text: string, said: ReadLine | null) =>
    isEmpty(text) ? undefined : text.trim() === '' ? 'Write the metric.' : sentenceOf(result, said);
  const close = (isLeft?: boolean) => {
    typed.clear();
    onClose(isLeft);
  };
  const save = (then: () => void) => {
    const text = now();
    if (isEmpty(text) || text === line) return then();
    const said = readNow();
    if (wrongIn(text, said) !== undefined || !said) return setTried(true);
    onSave(applyLine(result, said.words));
    then();
  };
  const next = () => {
    const text = now().trim();
    close();
    onNext?.(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const by = moveOf(event);
    if (by) onMove?.(by);
    // what cannot be left empty has its words back
    if (event.key === 'Escape' && now().trim() === '') close(true);
    else if (event.key === 'Escape') save(() => close(true));
    if (event.key === 'Enter') save(next);
    if (by || event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
  };
  return { read, readNow, wrong: isTried ? wrongIn(shown, read) : undefined, close, save, onKeyDown };
}

type Choose = Parameters<typeof ReadingCard>[0]['onChoose'];

function OneLine(props: LineProps) {
  const { result, typed, line, isRestored, onFields, onLines } = props;
  const { read, readNow, wrong, close, save, onKeyDown } = useReading(props);
  const id = useId();
  const field = useLine(typed.follow, line);
  const choose: Choose = (ask, { text: said }) => {
    const text = typed.now();
    // only in the words that were read
    if (typed.shown === text && field.current) writeInto(field.current, [ask.from, ask.to], said);
  };
  return (
    <InPlaceForm overtaken={typed.overtaken} save={save} close={close}>
      <textarea
        dir="auto"
        rows={1}
        aria-label="Key result"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={`${id}-reading ${id}-wrong`}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for, by a press on these very words.
        autoFocus={!isRestored}
        ref={field}
        data-untyped={typed.shown === line ? '' : undefined}
        placeholder="Minutes to production 45 → 12 min by 23 Aug"
        defaultValue={typed.began}
        onKeyDown={onKeyDown}
        onPaste={pasteOf(onLines, () => close())}
        className={inPlaceLook}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-3">
        <div className="min-w-0 flex-1 py-2" id={`${id}-reading`}>
          <ReadingCard read={read} onChoose={choose} />
        </div>
        <KeptMark told={typed.told} quiet />
        <Button
          kind="quiet"
          className="-mr-2 px-2"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            const now = readNow();
            onFields(now ? applyLine(result, now.words) : result);
          }}
        >
          All fields
        </Button>
      </div>
      <FieldError id={`${id}-wrong`} error={wrong} />
      {typed.overtaken ? <FormEnd onCancel={() => close(true)} now={line} /> : null}
    </InPlaceForm>
  );
}

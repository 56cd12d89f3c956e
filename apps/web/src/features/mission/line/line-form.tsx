import { keyResult } from '@parley/domain/mission/input';
import { type ReadLine, readLine } from '@parley/domain/mission/line/read-line';
import { applyLine, writeLine } from '@parley/domain/mission/line/write-line';
import type { KeyResult } from '@parley/domain/mission/mission';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { FieldError } from '../../../components/form/field.tsx';
import { useDraft, useHeld } from '../../../lib/use-draft.ts';
import { FormEnd, InPlaceForm, inPlaceLook, type LineKeys, moveOf, pasteOf, startAtEnd, wordsOf } from '../text-form.tsx';
import { useAsked } from '../use-lines.ts';
import { FieldsForm } from './fields-form.tsx';
import { ReadingCard } from './reading-card.tsx';
import { usePaused } from './use-paused.ts';

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
  const typed = useDraft({ name: `${draft}:line`, rev: wordsOf(result) }, line ?? '');
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

type LineProps = Props & { typed: ReturnType<typeof useDraft>; line: string; onFields: (so: KeyResult) => void };

function sentenceOf(result: KeyResult, read: ReadLine | null): string | undefined {
  if (read?.wrong) return read.wrong;
  if (read && read.asks.length > 0) return 'Say which number or day it is.';
  const parsed = keyResult.safeParse(applyLine(result, read?.words ?? { ...result, metric: 'x'.repeat(longest) }));
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}

function useLine({ result, typed, line, onSave, onClose, onNext, onMove }: LineProps) {
  const asked = useAsked();
  const { text } = typed;
  const readNow = () => readOf(text, asked);
  // a key is on the screen at once; what the line says follows when the fingers rest
  const shown = usePaused(text, 100);
  const read = useMemo(() => readOf(shown, asked), [shown, asked]);
  const [isTried, setTried] = useState(false);
  const isEmpty = text.trim() === '' && line === '';
  const wrongIn = (now: ReadLine | null) =>
    isEmpty ? undefined : text.trim() === '' ? 'Write the metric.' : sentenceOf(result, now);
  const close = (isLeft?: boolean) => {
    typed.clear();
    onClose(isLeft);
  };
  const save = (then: () => void) => {
    if (isEmpty || text === line) return then();
    const now = readNow();
    if (wrongIn(now) !== undefined || !now) return setTried(true);
    onSave(applyLine(result, now.words));
    then();
  };
  const next = () => {
    close();
    onNext?.(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const by = moveOf(event);
    if (by) onMove?.(by);
    if (event.key === 'Escape') save(() => close(true));
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) save(next);
    if (by || event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
  };
  return { read, readNow, shown, wrong: isTried ? wrongIn(read) : undefined, close, save, onKeyDown };
}

function OneLine(props: LineProps) {
  const { result, typed, line, isRestored, onFields, onLines } = props;
  const { read, readNow, shown, wrong, close, save, onKeyDown } = useLine(props);
  const { text, setText } = typed;
  const id = useId();
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
        ref={startAtEnd}
        data-untyped={text === line ? '' : undefined}
        placeholder="Minutes to production 45 → 12 min by 23 Aug"
        value={text}
        onChange={(event) => setText(event.target.value.replace(/[\n\r]+/g, ' '))}
        onKeyDown={onKeyDown}
        onPaste={pasteOf(onLines, () => close())}
        className={inPlaceLook}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-3">
        <div className="min-w-0 flex-1 py-2" id={`${id}-reading`}>
          <ReadingCard
            read={read}
            onChoose={(ask, { text: said }) =>
              // only in the words that were read
              shown === text ? setText(`${text.slice(0, ask.from)}${said}${text.slice(ask.to)}`) : undefined
            }
          />
        </div>
        {typed.state === 'failed' ? <SavedMark state="failed" /> : null}
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

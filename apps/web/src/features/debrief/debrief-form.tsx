import { type DebriefDocument, debriefBlocks } from '@parley/domain/debrief/debrief';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { InPlace } from '../../components/form/in-place.tsx';
import { ThreadMark } from '../../components/item-tools.tsx';
import type { Failure } from '../../lib/failure.ts';
import { AccountPanel } from './account-panel.tsx';
import { FactsForm } from './facts-form.tsx';
import { QuestionForm } from './question-form.tsx';
import { useAutosave, type WriteProps } from './use-autosave.ts';
import type { Debrief } from './use-debrief.ts';

/** The owner writes; it saves itself. */
export function DebriefForm({ debrief, tools }: { debrief: Debrief; tools: ReactNode }) {
  const { document, write, retry, failure, newer, takeMine, letGo, state } = useAutosave(debrief);
  const errorOf = (path: string) => failure?.fields.find((field) => field.path === `document.${path}`)?.message;
  const fields = { document, write, errorOf };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex min-h-6 items-center justify-between gap-3">
        {tools}
        <SavedMark state={state} />
      </div>
      {newer ? (
        <Conflict rows={differences(document, newer.value)} onMine={takeMine} onNewer={letGo} />
      ) : (
        <Unsaved failure={failure} retry={retry} />
      )}
      <InPlace
        what="the debrief"
        startOpen={isBlank(document) || state !== 'clean'}
        reading={<AccountPanel debrief={{ ...debrief, document }} />}
      >
        <FactsForm {...fields} />
        <div className="grid gap-5 md:grid-cols-3">
          <Column {...fields} itemId={debrief.id} block="said" hint="Exact words, in quotation marks." max={4000} />
          <Column {...fields} itemId={debrief.id} block="felt" hint="Your side. It is not evidence." max={4000} />
          <Column {...fields} itemId={debrief.id} block="inferred" hint="What you make of both." max={4000} />
        </div>
        <QuestionForm {...fields} itemId={debrief.id} />
        <Column {...fields} itemId={debrief.id} block="change" hint="One thing, for next time." max={400} />
      </InPlace>
    </div>
  );
}

function isBlank({ said, felt, inferred, change }: DebriefDocument): boolean {
  return [said, felt, inferred, change].every((text) => text === '');
}

function Unsaved({ failure, retry }: { failure: Failure | null; retry: () => void }) {
  if (!failure || failure.code === 'CONFLICT') return null;
  return (
    <div className="flex flex-col items-start gap-2">
      <FormFailure failure={failure} />
      <Button onClick={retry}>Save again</Button>
    </div>
  );
}

type ColumnProps = WriteProps & { itemId: string; block: 'said' | 'felt' | 'inferred' | 'change'; hint: string; max: number };

function Column({ document, write, errorOf, itemId, block, hint, max }: ColumnProps) {
  const label = debriefBlocks[block];
  return (
    <TextArea
      label={label}
      hint={hint}
      aside={<ThreadMark itemId={itemId} blockId={block} label={label} />}
      maxLength={max}
      value={document[block]}
      error={errorOf(block)}
      onChange={(event) => write({ [block]: event.target.value })}
    />
  );
}

/** The blocks in which two versions differ, as text side by side. */
function differences(mine: DebriefDocument, newer: DebriefDocument) {
  const rows = [
    ...(['said', 'felt', 'inferred', 'change'] as const).map((block) => ({
      label: debriefBlocks[block],
      mine: mine[block],
      newer: newer[block],
    })),
    { label: debriefBlocks.questions, mine: questionsOf(mine), newer: questionsOf(newer) },
    { label: 'When, with whom, how', mine: factsOf(mine), newer: factsOf(newer) },
  ];
  return rows.filter((row) => row.mine !== row.newer);
}

function questionsOf({ questions }: DebriefDocument): string {
  return questions.map((question) => question.text).join('\n');
}

function factsOf({ kind, time, withWhom, channel, confidenceBefore, confidenceAfter }: DebriefDocument): string {
  const when = time === null ? '' : time.type === 'day' ? time.day : time.at;
  return [kind, when, withWhom, channel ?? '', `${confidenceBefore ?? '–'} → ${confidenceAfter ?? '–'}`]
    .filter(Boolean)
    .join(' · ');
}

import { type DebriefDocument, debriefBlocks } from '@parley/domain/debrief/debrief';
import { Button } from '../../components/button.tsx';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SliderField } from '../../components/form/slider-field.tsx';
import { ThreadMark } from '../../components/item-tools.tsx';
import { FactsForm } from './facts-form.tsx';
import { QuestionForm } from './question-form.tsx';
import type { WriteProps, Writing } from './use-autosave.ts';

type Block = 'said' | 'felt' | 'inferred' | 'change';

export const hints: Record<Block, string> = {
  said: 'Exact words, in quotation marks.',
  felt: 'Your side. It is not evidence.',
  inferred: 'What you make of both.',
  change: 'One thing, for next time.',
};

type Props = WriteProps & {
  /** Null until it is on the server: there is nothing yet to comment on. */
  itemId: string | null;
  onDone: () => void;
  why?: string | null;
};

/** All that a debrief asks, in the order in which it fades: their words first, the rest can wait. */
export function WritingForm({ itemId, onDone, why, ...fields }: Props) {
  const { document, write, errorOf } = fields;
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-5 md:grid-cols-3">
        <Column {...fields} itemId={itemId} block="said" first />
        <Column {...fields} itemId={itemId} block="felt" />
        <Column {...fields} itemId={itemId} block="inferred" />
      </div>
      <FactsForm {...fields} />
      <SliderField
        label="Confidence after"
        max={10}
        ends={['0: none', '10: sure']}
        className="max-w-panel"
        error={errorOf('confidenceAfter')}
        value={document.confidenceAfter}
        onChange={(confidenceAfter) => write({ confidenceAfter })}
      />
      <QuestionForm {...fields} itemId={itemId} />
      <Column {...fields} itemId={itemId} block="change" />
      <div className="sticky bottom-14 z-10 -mx-4 flex items-center gap-3 border-t border-line bg-raised px-4 py-2 sm:-mx-5 sm:px-5 md:static md:border-0 md:py-0">
        <Button onClick={onDone} why={why}>
          Done
        </Button>
      </div>
    </div>
  );
}

type ColumnProps = WriteProps & { itemId: string | null; block: Block; first?: boolean };

/** One column as it is written. */
export function Column({ document, write, errorOf, itemId, block, first }: ColumnProps) {
  const label = debriefBlocks[block];
  return (
    <TextArea
      label={label}
      hint={hints[block]}
      aside={itemId ? <ThreadMark itemId={itemId} blockId={block} label={label} /> : null}
      maxLength={block === 'change' ? 400 : 4000}
      rows={first ? 6 : 3}
      autoCapitalize="sentences"
      value={document[block]}
      error={errorOf(block)}
      onChange={(event) => write({ [block]: event.target.value })}
    />
  );
}

/** What stands between what is typed and what is saved: two versions to choose from, or why it could not be sent. */
export function Trouble({ writing }: { writing: Writing }) {
  const { document, newer, takeMine, letGo, failure, retry } = writing;
  if (newer) return <Conflict rows={differences(document, newer.value)} onMine={takeMine} onNewer={letGo} />;
  if (!failure || failure.code === 'CONFLICT') return null;
  return (
    <div className="flex flex-col items-start gap-2">
      <FormFailure failure={failure} />
      <Button onClick={retry}>Save again</Button>
    </div>
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

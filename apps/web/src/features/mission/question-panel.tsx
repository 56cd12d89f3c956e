import { blankQuestion, put } from '@parley/domain/mission/edit';
import { question as questionShape } from '@parley/domain/mission/input';
import { listBlocks, type MissionDocument, mostQuestions, type Question } from '@parley/domain/mission/mission';
import { Chip } from '../../components/chip.tsx';
import { QuotedText } from '../../components/item-tools.tsx';
import { AddLine } from './block-card.tsx';
import { QuestionForm } from './question-form.tsx';
import type { Edit } from './use-mission.ts';
import { useWriting } from './use-writing.ts';
import { WordsList } from './words-list.tsx';

type Props = { missionId: string; document: MissionDocument; edit: Edit | null };

/** The questions that the draft produces, each linked to the line it is about. */
export function QuestionPanel({ missionId, document, edit }: Props) {
  const writing = useWriting();
  const full = document.questions.length >= mostQuestions;
  return (
    <div className="flex flex-col gap-1">
      <WordsList
        missionId={missionId}
        edit={edit}
        kind="question"
        label="Question"
        placeholder="Who decides what is built?"
        schema={questionShape.shape.text}
        lines={document.questions}
        blank={(id) => blankQuestion(id, null)}
        onPut={(question) => edit?.change((now) => ({ ...now, questions: put(now.questions, question) }))}
        full={full}
        fields={(question, form) => <QuestionForm question={question} document={document} {...form} />}
      >
        {(question) => <QuestionLine missionId={missionId} question={question} document={document} />}
      </WordsList>
      {edit && !full && !writing.placeOf('question:new') ? (
        <AddLine label="Question for the interviews" onAdd={() => writing.open('question:new')} />
      ) : null}
    </div>
  );
}

function QuestionLine({ missionId, question, document }: { missionId: string; question: Question; document: MissionDocument }) {
  const { text, lineId, asked, answered, answer } = question;
  const about = lineId === null ? undefined : listBlocks(document).find(({ id }) => id === lineId)?.label;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 *:data-quotable:min-w-0 *:data-quotable:grow *:data-quotable:basis-60">
        <QuotedText itemId={missionId} blockId={question.id} text={text} />
        {answered ? <Chip tone="good">answered</Chip> : <Chip>{asked ? 'asked' : 'not asked yet'}</Chip>}
      </p>
      {about ? <p className="text-sm text-ink-soft">{`about “${about}”`}</p> : null}
      {answer ? (
        <p dir="auto" className="max-w-prose whitespace-pre-wrap text-ink-soft">
          {answer}
        </p>
      ) : null}
    </>
  );
}

import { blankQuestion, put } from '@parley/domain/mission/edit';
import { listBlocks, type MissionDocument, type Question } from '@parley/domain/mission/mission';
import { useState } from 'react';
import { Chip } from '../../components/chip.tsx';
import { QuotedText } from '../../components/item-tools.tsx';
import { newId } from '../../lib/new-id.ts';
import { AddLine, BlockCard, useBlockEntries } from './block-card.tsx';
import { QuestionForm } from './question-form.tsx';
import type { Edit } from './use-mission.ts';

const most = 24;

type Props = { missionId: string; document: MissionDocument; edit: Edit | null };

/** The questions that the draft produces, each linked to the line it is about. */
export function QuestionPanel({ missionId, document, edit }: Props) {
  const [writing, setWriting] = useState<string | null>(null);
  const entries = useBlockEntries(edit);
  const close = () => setWriting(null);
  const form = (question: Question, draft: string) => (
    <QuestionForm
      question={question}
      document={document}
      draft={`mission:${missionId}:${draft}`}
      onSave={(saved) => edit?.change({ ...edit.document, questions: put(edit.document.questions, saved) })}
      onClose={close}
    />
  );
  return (
    <div className="flex flex-col gap-1">
      <ul className="flex flex-col gap-1">
        {document.questions.map((question) => (
          <li key={question.id}>
            {writing === question.id ? (
              form(question, question.id)
            ) : (
              <BlockCard
                missionId={missionId}
                blockId={question.id}
                label={question.text}
                onEdit={edit ? () => setWriting(question.id) : undefined}
                entries={entries(question.id, 'Question', () => setWriting(question.id))}
              >
                <QuestionLine missionId={missionId} question={question} document={document} />
              </BlockCard>
            )}
          </li>
        ))}
      </ul>
      {writing === 'new' ? form(blankQuestion(newId(), null), 'question:new') : null}
      {edit && writing === null && document.questions.length < most ? (
        <AddLine label="Question for the interviews" onAdd={() => setWriting('new')} />
      ) : null}
    </div>
  );
}

function QuestionLine({ missionId, question, document }: { missionId: string; question: Question; document: MissionDocument }) {
  const { text, lineId, asked, answered, answer } = question;
  const about = lineId === null ? undefined : listBlocks(document).find(({ id }) => id === lineId)?.label;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <QuotedText itemId={missionId} blockId={question.id} text={text} />
        {answered ? <Chip tone="good">answered</Chip> : <Chip>{asked ? 'asked' : 'not asked yet'}</Chip>}
      </p>
      {about ? <p className="text-sm text-ink-soft">{`about “${about}”`}</p> : null}
      {answer ? <p className="max-w-prose whitespace-pre-wrap text-ink-soft">{answer}</p> : null}
    </>
  );
}

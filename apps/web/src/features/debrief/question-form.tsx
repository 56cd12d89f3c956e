import { debriefBlocks } from '@parley/domain/debrief/debrief';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useId } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { ThreadMark } from '../../components/item-tools.tsx';
import type { WriteProps } from './use-autosave.ts';

const most = 20;

/** The questions that were asked, one a line. */
export function QuestionForm({ document: { questions }, write, errorOf, itemId }: WriteProps & { itemId: string | null }) {
  const id = useId();
  const label = debriefBlocks.questions;
  const change = (changed: string, text: string) =>
    write({ questions: questions.map((one) => (one.id === changed ? { id: changed, text } : one)) });
  return (
    <fieldset aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <span id={id} className="font-medium">
          {label}
        </span>
        {itemId ? <ThreadMark itemId={itemId} blockId="questions" label={label} /> : null}
      </div>
      {questions.map((question, index) => (
        <div key={question.id} className="flex items-start gap-1">
          <input
            className="entry min-w-0 flex-1"
            aria-label={`Question ${index + 1}`}
            aria-invalid={errorOf(`questions.${index}.text`) ? true : undefined}
            maxLength={240}
            value={question.text}
            onChange={(event) => change(question.id, event.target.value)}
          />
          <IconButton
            label={`Remove question ${index + 1}`}
            icon={<X aria-hidden="true" />}
            onClick={() => write({ questions: questions.filter((one) => one.id !== question.id) })}
          />
        </div>
      ))}
      <div>
        <Button
          kind="quiet"
          icon={<Plus aria-hidden="true" />}
          why={questions.length < most ? null : `Keep at most ${most} questions.`}
          onClick={() => write({ questions: [...questions, { id: crypto.randomUUID(), text: '' }] })}
        >
          Add a question
        </Button>
      </div>
    </fieldset>
  );
}

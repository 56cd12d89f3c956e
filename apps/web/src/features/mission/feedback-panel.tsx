import { missionDocument } from '@parley/domain/mission/input';
import type { Feedback } from '@parley/domain/mission/mission';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { TextForm } from './text-form.tsx';
import type { Edit } from './use-mission.ts';

const ownQuestion = z.string().pipe(missionDocument.shape.statement).pipe(z.string().min(1, 'Write your question.').max(300));

const kinds = [
  { value: 'none', label: 'nothing in particular' },
  { value: 'likeWishWonder', label: 'I like / I wish / I wonder' },
  { value: 'question', label: 'my own question' },
] as const;

/** What a reader is asked for, in one line. */
export function FeedbackLine({ feedback, ownerName }: { feedback: Feedback | null; ownerName: string }) {
  if (feedback === null) return null;
  const words = feedback.kind === 'question' ? feedback.question : 'I like … / I wish … / I wonder …';
  return (
    <p className="rounded-md bg-accent-soft px-4 py-3">
      <span className="font-medium">{`${ownerName} asks: `}</span>
      {words}
    </p>
  );
}

/** The owner says first what kind of feedback is wanted. */
export function FeedbackPanel({ edit }: { edit: Edit }) {
  const { document, change, missionId } = edit;
  const { feedback } = document;
  const [writing, setWriting] = useState(false);
  const choose = (kind: (typeof kinds)[number]['value']) => {
    setWriting(kind === 'question');
    if (kind !== 'question') change({ ...document, feedback: kind === 'none' ? null : { kind } });
  };
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="Ask your council for"
        inline
        choices={kinds}
        value={writing ? 'question' : (feedback?.kind ?? 'none')}
        onChange={choose}
      />
      {writing ? (
        <TextForm
          label="Your question"
          draft={`mission:${missionId}:feedback`}
          text={feedback?.kind === 'question' ? feedback.question : ''}
          schema={ownQuestion}
          placeholder="Is the first objective this job or another one?"
          onSave={(question) => change({ ...document, feedback: { kind: 'question', question } })}
          onClose={() => setWriting(false)}
        />
      ) : null}
      {!writing && feedback?.kind === 'question' ? (
        <p className="flex flex-wrap items-center gap-2">
          {feedback.question}
          <Button kind="quiet" onClick={() => setWriting(true)}>
            Change it
          </Button>
        </p>
      ) : null}
    </div>
  );
}

import type { Feedback } from '@parley/domain/mission/mission';
import { type Frame, listFrames } from '@parley/domain/mission/review';
import { useMutation } from '@tanstack/react-query';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh, useDraft, useHeld } from '../../../lib/use-draft.ts';
import { useReviews } from './use-review.ts';

type Props = { missionId: string; ownerName: string; rev: number; feedback: Feedback | null };

/** For a reader: the answer in the frame that the owner asked for; given once, it says so, and may be given again. */
export function ReviewForm(props: Props) {
  const { missionId, rev, feedback } = props;
  const format = useFormat();
  const { id: me } = usePerson();
  const { ready, given } = useReviews(missionId);
  const held = useHeld(draftOf(missionId, listFrames(feedback)[0]?.frame ?? 'answer'));
  const [again, setAgain] = useState(held);
  const mine = given.find(({ authorId }) => authorId === me);
  if (!ready) return null;
  if (mine && !again)
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-4">
        <span className="inline-flex items-center gap-2">
          <CircleCheck aria-hidden="true" className="size-5 text-good" />
          You have reviewed this
          <span className="text-sm text-ink-soft">
            {format.relative(mine.at)}
            {mine.rev < rev ? ', before its last changes' : null}
          </span>
        </span>
        <Button kind="quiet" onClick={() => setAgain(true)}>
          Review it again
        </Button>
      </div>
    );
  return <Answers {...props} onDone={() => setAgain(false)} />;
}

const draftOf = (missionId: string, frame: Frame) => `review:${missionId}:${frame}`;

function Answers({ missionId, ownerName, feedback, onDone }: Props & { onDone: () => void }) {
  const trpc = useTRPC();
  const give = useMutation(trpc.review.give.mutationOptions());
  const [failure, setFailure] = useState<Failure | null>(null);
  const fields = useFrames(missionId);
  const asked = listFrames(feedback);
  const written = asked.filter(({ frame }) => fields[frame].text.trim() !== '');
  const send = async () => {
    setFailure(null);
    try {
      await give.mutateAsync({ missionId, parts: written.map(({ frame }) => ({ frame, text: fields[frame].text })) });
      for (const { frame } of asked) fields[frame].clear('');
      onDone();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const lost =
    failure?.code === 'NOT_FOUND' ? `${ownerName} no longer shares this with you. What you wrote is kept in this browser.` : null;
  return (
    <form
      noValidate
      aria-label="Your review"
      className="flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h4 className="font-semibold">Your review</h4>
      {asked.map(({ frame, label }) => (
        <TextArea
          key={frame}
          label={label}
          rows={2}
          maxLength={1000}
          aside={<SavedMark state={fields[frame].state} />}
          value={fields[frame].text}
          onChange={({ target }) => fields[frame].setText(target.value)}
        />
      ))}
      <p className="text-sm text-ink-soft">
        {written.length > 0 ? `${ownerName} will be notified.` : `Without words it says that you have read it.`}
      </p>
      <FormFailure failure={failure && lost ? { ...failure, message: lost } : failure} />
      <div>
        <Button type="submit" kind="primary" pending={give.isPending}>
          {written.length > 0 ? 'Give your review' : 'I have reviewed it'}
        </Button>
      </div>
    </form>
  );
}

function useFrames(missionId: string) {
  return {
    like: useDraft({ name: draftOf(missionId, 'like'), rev: fresh }),
    wish: useDraft({ name: draftOf(missionId, 'wish'), rev: fresh }),
    wonder: useDraft({ name: draftOf(missionId, 'wonder'), rev: fresh }),
    answer: useDraft({ name: draftOf(missionId, 'answer'), rev: fresh }),
  };
}

import { type Anchor, quoteOf } from '@parley/domain/anchor/anchor';
import { compareWords, type Placed, suggestedMax } from '@parley/domain/suggestion/suggestion';
import { commentMax } from '@parley/domain/thread/thread';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { ChangedWords } from '../../../components/changed-words.tsx';
import { Chip } from '../../../components/chip.tsx';
import { LeakNotice } from '../../../components/feedback/leak-notice.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh, useDraft } from '../../../lib/use-draft.ts';
import { useBlockText } from '../use-quoted.ts';
import { markName } from '../use-thread-panel.ts';
import type { ThreadView } from '../use-threads.ts';
import { useAccepting } from './use-accepting.ts';
import { usePlaced } from './use-suggestion.ts';

type Suggested = NonNullable<ThreadView['suggestion']>;
export type SuggestionCardProps = {
  thread: Pick<ThreadView, 'threadId' | 'itemId' | 'blockId' | 'resolvedAt'>;
  quote: Anchor;
  suggestion: Suggested;
  /** The text is mine, to accept or to decline. */
  mine: boolean;
};

/** The words that somebody suggests, beside those that stand there now; its owner accepts, edits or declines them. */
export function SuggestionCard({ thread, quote, suggestion, mine }: SuggestionCardProps) {
  const placed = usePlaced(thread.itemId, thread.blockId, quote);
  const open = suggestion.state === 'open';
  const from = open && placed ? placed.words : quoteOf(quote);
  return (
    <div className="flex flex-col gap-2 px-3 pt-3">
      <State suggestion={suggestion} />
      <p dir="auto" className="whitespace-pre-wrap break-words">
        <ChangedWords changes={compareWords(from, suggestion.taken ?? suggestion.words)} />
      </p>
      {suggestion.taken !== null && suggestion.taken !== suggestion.words ? (
        <p className="text-sm text-ink-soft">Suggested was “{suggestion.words}”.</p>
      ) : null}
      {open ? <Since placed={placed} quote={quote} /> : null}
      {open && mine && thread.resolvedAt === null ? (
        <Answer key={thread.threadId} thread={thread} words={suggestion.words} placed={placed} />
      ) : null}
    </div>
  );
}

function State({ suggestion: { state, taken, words } }: { suggestion: Suggested }) {
  if (state === 'open')
    return <p className="text-sm font-medium">{words === '' ? 'Suggests to strike these words' : 'Suggests other words'}</p>;
  const said = state === 'declined' ? 'Declined' : taken === words ? 'Accepted' : 'Accepted with other words';
  return (
    <p>
      <Chip tone={state === 'accepted' ? 'good' : 'plain'}>{said}</Chip>
    </p>
  );
}

/** Says when the words that it was made for are not those that stand there. */
function Since({ placed, quote }: { placed: Placed | null; quote: Anchor }) {
  if (!placed?.changed) return null;
  return <p className="text-sm text-warn">{`The text has changed since: this was for “${quoteOf(quote)}”.`}</p>;
}

type AnswerProps = { thread: SuggestionCardProps['thread']; words: string; placed: Placed | null };

function Answer({ thread, words, placed }: AnswerProps) {
  const { threadId } = thread;
  const { take, anyway, leaking, pending, failure } = useAccepting(threadId, useBlockText(markName(thread)), placed);
  const [writing, setWriting] = useState<'words' | 'word' | null>(null);
  const back = () => setWriting(null);
  if (writing === 'word') return <DeclineForm threadId={threadId} onEnd={back} />;
  const failed = (
    <>
      <FormFailure failure={failure && { ...failure, code: failure.code === 'CONFLICT' ? 'STALE' : failure.code }} />
      <LeakNotice
        found={leaking?.found ?? []}
        next="Nothing has been taken yet."
        act="Accept it all the same"
        onAct={anyway}
        pending={pending}
      />
    </>
  );
  const wrong = failure?.fields.find(({ path }) => path === 'words')?.message;
  if (writing === 'words')
    return (
      <EditFirst {...{ threadId, words, wrong, pending }} onTake={take} onEnd={back}>
        {failed}
      </EditFirst>
    );
  const lost = placed ? null : 'There is no place for these words any more. Edit the text yourself, or decline.';
  return (
    <>
      {failed}
      <div className="flex flex-wrap items-start gap-1">
        <Button pending={pending} why={lost} onClick={() => take(words)}>
          Accept
        </Button>
        {placed ? (
          <Button kind="quiet" onClick={() => setWriting('words')}>
            Edit first
          </Button>
        ) : null}
        <Button kind="quiet" onClick={() => setWriting('word')}>
          Decline
        </Button>
      </div>
    </>
  );
}

type EditFirstProps = {
  threadId: string;
  words: string;
  wrong: string | undefined;
  pending: boolean;
  onTake: (words: string) => void;
  onEnd: () => void;
  children: ReactNode;
};

function EditFirst({ threadId, words, wrong, pending, onTake, onEnd, children }: EditFirstProps) {
  const { text, setText, clear } = useDraft({ name: `suggestion:${threadId}:edited`, rev: words }, words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake(text.trim());
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-2">
      <TextArea
        label="As it should read"
        rows={2}
        autoFocus
        maxLength={suggestedMax}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={wrong}
      />
      {children}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={pending}>
          Accept these words
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            clear();
            onEnd();
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}

function DeclineForm({ threadId, onEnd }: { threadId: string; onEnd: () => void }) {
  const trpc = useTRPC();
  const { text, setText, clear } = useDraft({ name: `suggestion:${threadId}:declined`, rev: fresh });
  const decline = useMutation(trpc.suggestion.decline.mutationOptions({ onSuccess: () => clear('') }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decline.mutate({ threadId, text: text.trim() });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-2">
      <TextArea
        label="A word on why"
        optional
        rows={2}
        autoFocus
        maxLength={commentMax}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <FormFailure failure={decline.error && failureOf(decline.error)} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={decline.isPending}>
          Decline
        </Button>
        <Button kind="quiet" onClick={onEnd}>
          Back
        </Button>
      </div>
    </form>
  );
}

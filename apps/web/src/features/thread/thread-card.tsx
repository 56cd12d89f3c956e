import { canReply, canResolve, listNotified } from '@parley/domain/thread/policy';
import { useMutation } from '@tanstack/react-query';
import Check from 'lucide-react/icons/check';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { CommentCard } from './comment-card.tsx';
import { CommentForm } from './comment-form.tsx';
import { QuoteLine } from './quote-card.tsx';
import { ReactionList } from './reaction-list.tsx';
import { SuggestionCard } from './suggestion/suggestion-card.tsx';
import { useThreadPanel } from './use-thread-panel.ts';
import { among, type ReactionView, type Readers, type ThreadView } from './use-threads.ts';

export type ThreadCardProps = {
  thread: ThreadView;
  reactions: readonly ReactionView[];
  people: Record<string, string>;
  readers: Readers;
};

/** One conversation: its comments, a reply, and whether it is settled. */
export function ThreadCard({ thread, reactions, people, readers: everybody }: ThreadCardProps) {
  const readers = among(everybody, thread);
  const { active, light } = useThreadPanel();
  const { id: me } = usePerson();
  const starter = people[thread.starterId] ?? 'A former member';
  return (
    <article
      data-thread={thread.threadId}
      tabIndex={-1}
      aria-label={`Conversation started by ${starter}`}
      onFocus={() => light(thread.threadId)}
      className={`rounded-md border bg-surface outline-none focus-visible:outline-2 ${active === thread.threadId ? 'border-accent' : 'border-line'}`}
    >
      {thread.resolvedAt === null ? null : (
        <p className="px-3 pt-3">
          <Chip tone="good" icon={<Check aria-hidden="true" />}>
            Resolved by {people[thread.resolvedById ?? ''] ?? 'a former member'}
          </Chip>
        </p>
      )}
      {thread.quote ? <QuoteLine {...thread} quote={thread.quote} /> : null}
      {thread.quote && thread.suggestion ? (
        <SuggestionCard {...{ thread, quote: thread.quote, suggestion: thread.suggestion }} mine={everybody.ownerId === me} />
      ) : null}
      {thread.quote ? (
        <div className="px-3">
          <ReactionList target={{ threadId: thread.threadId }} reactions={reactions} people={people} />
        </div>
      ) : null}
      <ol className="divide-y divide-line">
        {thread.comments.map((comment) => (
          <CommentCard key={comment.commentId} {...{ comment, reactions, people, readers }} />
        ))}
      </ol>
      <Answer thread={thread} readers={readers} />
    </article>
  );
}

function Answer({ thread, readers }: Pick<ThreadCardProps, 'thread' | 'readers'>) {
  const trpc = useTRPC();
  const { id: me } = usePerson();
  const held = useHeld(`comment:${thread.threadId}`);
  // a reply that waits stands open, and leaves the focus where it is
  const [writing, setWriting] = useState(held);
  const [isAsked, setAsked] = useState(false);
  const add = useMutation(trpc.comment.add.mutationOptions());
  const { threadId } = thread;
  const facts = thread.comments.map(({ authorId, text }) => ({ authorId, deletedAt: text === null ? new Date(0) : null }));
  const told = (mentions: string[]) =>
    listNotified({ ...readers, starterId: thread.starterId, comments: facts }, me, mentions).map((person) => person.id);
  const open = canReply({ resolvedAt: thread.resolvedAt ? new Date(thread.resolvedAt) : null }, thread.comments.length);
  return (
    <div className="border-t border-line p-3">
      {writing && open.allowed ? (
        <CommentForm
          draft={`comment:${threadId}`}
          label="Your reply"
          act="Reply"
          focus={isAsked}
          readers={readers}
          told={told}
          send={(text, mentions) => add.mutateAsync({ threadId, text, mentions })}
          onEnd={() => setWriting(false)}
        />
      ) : (
        <div className="flex flex-wrap items-start gap-1">
          {open.allowed ? (
            <Button
              kind="quiet"
              onClick={() => {
                setWriting(true);
                setAsked(true);
              }}
            >
              Reply
            </Button>
          ) : null}
          <Settle thread={thread} ownerId={readers.ownerId} />
        </div>
      )}
    </div>
  );
}

function Settle({ thread, ownerId }: { thread: ThreadView; ownerId: string }) {
  const trpc = useTRPC();
  const { id: me } = usePerson();
  const resolve = useMutation(trpc.thread.resolve.mutationOptions());
  const reopen = useMutation(trpc.thread.reopen.mutationOptions());
  if (!canResolve(me, ownerId, thread).allowed) return null;
  const { threadId, resolvedAt } = thread;
  const failed = resolve.error ?? reopen.error;
  const Icon = resolvedAt === null ? Check : RotateCcw;
  return (
    <>
      <Button
        kind="quiet"
        icon={<Icon aria-hidden="true" />}
        pending={resolve.isPending || reopen.isPending}
        onClick={() => (resolvedAt === null ? resolve : reopen).mutate({ threadId })}
      >
        {resolvedAt === null ? 'Resolve' : 'Reopen'}
      </Button>
      {failed ? <FormFailure failure={failureOf(failed)} /> : null}
    </>
  );
}

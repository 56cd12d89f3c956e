import { listNewlyMentioned } from '@parley/domain/thread/policy';
import { useMutation } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { useEffect, useRef, useState } from 'react';
import { Avatar } from '../../components/avatar.tsx';
import { useUndo } from '../../components/feedback/undo-bar.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { EditForm } from './edit-form.tsx';
import { ReactionList } from './reaction-list.tsx';
import { TextCard } from './text-card.tsx';
import { useThreadPanel } from './use-thread-panel.ts';
import type { CommentView, ReactionView, Readers } from './use-threads.ts';

export type CommentCardProps = {
  comment: CommentView;
  reactions: readonly ReactionView[];
  people: Record<string, string>;
  readers: Readers;
};

/** One comment; its author edits and deletes it, and a deleted one leaves its place. */
export function CommentCard({ comment, reactions, people, readers }: CommentCardProps) {
  const { id: me } = usePerson();
  const { held } = useThreadPanel();
  const [editing, setEditing] = useState(false);
  const removal = useRemoval(comment.commentId);
  const { authorId, text, mentions } = comment;
  const author = people[authorId] ?? 'A former member';
  const isHeld = held.has(comment.commentId);
  if (text === null || isHeld) return <Deleted author={author} isHeld={isHeld} />;
  const mentioned = mentions.flatMap((id) => (people[id] === undefined ? [] : [{ id, name: people[id] }]));
  const acts = [
    { id: 'edit', label: 'Edit', icon: <Pencil aria-hidden="true" />, onAct: () => setEditing(true) },
    { id: 'delete', label: 'Delete', icon: <Trash2 aria-hidden="true" />, onAct: removal.remove, danger: true },
  ];
  return (
    <li className="px-3 py-2.5">
      <div className="flex min-h-11 items-center gap-2">
        <Avatar name={author} size="small" />
        <p className="min-w-0 flex-1">
          <span className="font-medium">{author}</span> <When comment={comment} />
        </p>
        {authorId === me && !editing ? (
          <Menu label="Actions for your comment" icon={<Ellipsis aria-hidden="true" />} iconOnly entries={acts} />
        ) : null}
      </div>
      {editing ? (
        <EditForm comment={{ ...comment, text }} told={firstTold} readers={readers} onEnd={() => setEditing(false)} />
      ) : (
        <TextCard text={text} mentioned={mentioned} />
      )}
      {/* to a suggestion without a reason one reacts where its words stand */}
      {text === '' && !editing ? null : (
        <ReactionList target={{ commentId: comment.commentId }} reactions={reactions} people={people} />
      )}
      {removal.error ? <FormFailure failure={failureOf(removal.error)} /> : null}
    </li>
  );

  function firstTold(now: string[]): string[] {
    const added = now.filter((id) => !mentions.includes(id));
    return listNewlyMentioned(readers.readerIds, me, added).map(({ id }) => id);
  }
}

/** Where it stood; who has just deleted it goes on from there. */
function Deleted({ author, isHeld }: { author: string; isHeld: boolean }) {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isHeld) place.current?.focus();
  }, [isHeld]);
  return (
    <li ref={place} tabIndex={-1} className="px-3 py-2.5 text-sm text-ink-soft italic outline-none">
      {author} deleted this comment.
    </li>
  );
}

function When({ comment: { createdAt, editedAt } }: { comment: CommentView }) {
  const format = useFormat();
  return (
    <span className="text-sm text-ink-soft">
      <time dateTime={createdAt} title={format.instant(createdAt)}>
        {format.relative(createdAt)}
      </time>
      {editedAt ? <span title={format.instant(editedAt)}> · edited</span> : null}
    </span>
  );
}

/** Deleting waits for as long as it can be undone. */
function useRemoval(commentId: string) {
  const trpc = useTRPC();
  const { hold, release } = useThreadPanel();
  const offerUndo = useUndo();
  const onSettled = () => release(commentId);
  const { mutate, error } = useMutation(trpc.comment.remove.mutationOptions({ onSettled }));
  const remove = () => {
    hold(commentId);
    offerUndo({ message: 'Comment deleted', undo: () => release(commentId), settle: () => mutate({ commentId }) });
  };
  return { remove, error };
}

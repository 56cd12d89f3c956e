import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { CommentForm } from './comment-form.tsx';
import type { CommentView, Readers } from './use-threads.ts';

type Props = {
  comment: CommentView & { text: string };
  readers: Readers;
  told: (mentions: string[]) => string[];
  onEnd: () => void;
};

type Clash = { text: string; mentions: string[]; newer: { text: string; rev: number } };

const newerComment = z.object({ text: z.string(), rev: z.number() });

/** Changes an own comment; when it was changed elsewhere meanwhile, both texts stand side by side. */
export function EditForm({ comment, readers, told, onEnd }: Props) {
  const trpc = useTRPC();
  const edit = useMutation(trpc.comment.edit.mutationOptions());
  const [clash, setClash] = useState<Clash | null>(null);
  // what the writer saw when the edit began, whatever arrives meanwhile
  const [base] = useState({ text: comment.text, rev: comment.rev });
  const { commentId } = comment;
  const save = async (text: string, mentions: string[], rev: number) => {
    try {
      return await edit.mutateAsync({ commentId, rev, text, mentions });
    } catch (error) {
      const { data: newer } = newerComment.safeParse(failureOf(error).newer);
      if (newer) setClash({ text, mentions, newer });
      throw error;
    }
  };
  const overwrite = ({ text, mentions, newer }: Clash) => void save(text, mentions, newer.rev).then(onEnd, () => undefined);
  const takeNewer = () => onEnd();
  return (
    <div className="flex flex-col gap-3">
      <CommentForm
        draft={`edit:${commentId}`}
        rev={base.rev}
        label="Your comment"
        act="Save"
        initial={base.text}
        focus
        readers={readers}
        told={told}
        send={save}
        onEnd={onEnd}
      />
      {clash ? (
        <Conflict
          rows={[{ label: 'Comment', mine: clash.text, newer: clash.newer.text }]}
          onMine={() => overwrite(clash)}
          onNewer={takeNewer}
          pending={edit.isPending}
        />
      ) : null}
    </div>
  );
}

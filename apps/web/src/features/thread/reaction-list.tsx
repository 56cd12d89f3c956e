import { countWords, type ReactionWord, reactionHints, reactionWords } from '@parley/domain/thread/reaction';
import { useMutation } from '@tanstack/react-query';
import Check from 'lucide-react/icons/check';
import MessageCircle from 'lucide-react/icons/message-circle';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { ReactionView } from './use-threads.ts';

type Target = { commentId: string } | { threadId: string };
type Props = { target: Target; reactions: readonly ReactionView[]; people: Record<string, string> };

/** The council's words about a comment or a quote: who said which, and mine, by one press. */
export function ReactionList({ target, reactions, people }: Props) {
  const format = useFormat();
  const { id: me } = usePerson();
  const { react, failure } = useReact(target);
  const id = 'commentId' in target ? target.commentId : target.threadId;
  const said = reactions.filter(({ targetId }) => targetId === id);
  const mine = said.find(({ authorId }) => authorId === me)?.word;
  const toggle = (word: ReactionWord) => react(word === mine ? null : word);
  const entries = reactionWords.map((word) => ({
    id: word,
    label: reactionHints[word],
    icon: word === mine ? <Check aria-hidden="true" /> : <MessageCircle aria-hidden="true" />,
    onAct: () => toggle(word),
  }));
  return (
    <div className={`flex flex-wrap items-center gap-x-1 ${said.length > 0 ? '' : '-ml-3'}`}>
      {countWords(said).map(({ word, authorIds }) => {
        const names = format.list(authorIds.map((one) => (one === me ? 'you' : (people[one] ?? 'a former member'))));
        return (
          <button
            key={word}
            type="button"
            aria-pressed={word === mine}
            aria-label={`${word}, said by ${names}`}
            title={names}
            onClick={() => toggle(word)}
            className="inline-flex min-h-11 items-center"
          >
            <span
              className={`rounded-full border px-2.5 py-0.5 text-sm tabular-nums ${word === mine ? 'border-accent bg-accent-soft text-accent-strong' : 'border-line-strong text-ink-soft'}`}
            >
              {authorIds.length > 1 ? `${word} ${authorIds.length}` : word}
            </span>
          </button>
        );
      })}
      <Menu label="Say a word about this" icon={<MessageCircle aria-hidden="true" />} iconOnly entries={entries} />
      {failure ? <FormFailure failure={failureOf(failure)} /> : null}
    </div>
  );
}

function useReact(target: Target) {
  const trpc = useTRPC();
  const toComment = useMutation(trpc.reaction.toComment.mutationOptions());
  const toQuote = useMutation(trpc.reaction.toQuote.mutationOptions());
  const react = (word: ReactionWord | null) =>
    'commentId' in target ? toComment.mutate({ ...target, word }) : toQuote.mutate({ ...target, word });
  return { react, failure: toComment.error ?? toQuote.error };
}

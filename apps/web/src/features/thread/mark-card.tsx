import MessageSquarePlus from 'lucide-react/icons/message-square-plus';
import type { ThreadMarkProps } from '../../components/item-tools.tsx';
import { markName, useThreadPanel } from './use-thread-panel.ts';
import { useThreads } from './use-threads.ts';

/** A bubble of a border and no icon: beside each line of a mission an icon is a part of its own that is drawn anew at every key. */
const bubble = 'min-w-6 rounded-md rounded-bl-none border-2 border-current px-1 text-center leading-5';

/** The comment mark beside a block, with the number of comments in its open conversations. */
export function ThreadMark({ itemId, blockId, label }: ThreadMarkProps) {
  const { place, open, held } = useThreadPanel();
  const { data } = useThreads(itemId);
  const here = data?.threads.filter((thread) => thread.blockId === blockId && thread.resolvedAt === null) ?? [];
  const standing = here.flatMap((thread) => thread.comments).filter((one) => one.text !== null && !held.has(one.commentId));
  const count = standing.length;
  const name = markName({ itemId, blockId });
  const expanded = place !== null && markName(place) === name;
  const words = count === 0 ? `Comment on: ${label}` : `${count} ${count === 1 ? 'comment' : 'comments'} on: ${label}`;
  return (
    <button
      type="button"
      data-thread-mark={name}
      title={words}
      aria-label={words}
      aria-expanded={expanded}
      data-empty={count === 0 ? '' : undefined}
      onClick={() => open({ itemId, blockId, label })}
      className={`inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1 rounded-md px-2 text-sm tabular-nums transition-colors hover:bg-sunken hover:text-ink aria-expanded:bg-accent-soft aria-expanded:text-accent-strong [&_svg]:size-5 ${count > 0 ? 'font-medium text-accent' : 'text-ink-soft'}`}
    >
      {count > 0 ? <span className={bubble}>{count}</span> : <MessageSquarePlus aria-hidden="true" />}
    </button>
  );
}

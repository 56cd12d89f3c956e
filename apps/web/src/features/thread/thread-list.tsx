import { quoteOf } from '@parley/domain/anchor/anchor';
import { listNotified } from '@parley/domain/thread/policy';
import { useMutation } from '@tanstack/react-query';
import PenLine from 'lucide-react/icons/pen-line';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { isComposing } from '../../components/form/use-quiet-field.tsx';
import { useMedia } from '../../components/split-panel.tsx';
import { usePerson } from '../../lib/person.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { CommentForm } from './comment-form.tsx';
import { SuggestionForm } from './suggestion/suggestion-form.tsx';
import { useSuggestible } from './suggestion/use-suggestion.ts';
import { ThreadCard } from './thread-card.tsx';
import { type Block, useThreadPanel } from './use-thread-panel.ts';
import { type ReactionView, type Readers, type ThreadView, useReaders, useThreads } from './use-threads.ts';

/** The conversations on one block, a new one, and those elsewhere in the same item. */
export function ThreadList({ place }: { place: Block }) {
  const { close } = useThreadPanel();
  const threads = useThreads(place.itemId);
  const readers = useReaders(place.itemId);
  const panel = useRef<HTMLDivElement>(null);
  const beside = useMedia('(min-width: 75rem)');
  const { threadId } = place;
  const ready = threads.data !== undefined && readers !== null;
  useEffect(() => {
    const wanted = threadId && ready ? panel.current?.querySelector<HTMLElement>(`[data-thread="${threadId}"]`) : null;
    // the field for a comment on these words has it already
    if (wanted || !panel.current?.contains(document.activeElement)) (wanted ?? panel.current)?.focus();
  }, [threadId, ready]);
  useWalk(panel);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && beside && !event.defaultPrevented && !isComposing(event.nativeEvent)) close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere inside closes the panel, as in a dialog.
    <div ref={panel} tabIndex={-1} onKeyDown={onKeyDown} className="flex flex-col gap-4 outline-none">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          {beside ? <h2 className="text-base">Comments</h2> : null}
          <p className="line-clamp-3 text-sm text-ink-soft">{place.label}</p>
        </div>
        {beside ? (
          <IconButton label="Close the comments" icon={<X aria-hidden="true" />} onClick={close} className="-mt-2 -mr-2" />
        ) : null}
      </header>
      {threads.isPending || !readers ? <Skeleton lines={3} what="the comments" /> : null}
      {threads.isError ? <Failed error={threads.error} what="the comments" retry={() => void threads.refetch()} /> : null}
      {threads.data && readers ? <Loaded place={place} {...threads.data} readers={readers} /> : null}
    </div>
  );
}

type LoadedProps = {
  place: Block;
  threads: ThreadView[];
  reactions: ReactionView[];
  people: Record<string, string>;
  readers: Readers;
};

function Loaded({ place, threads, reactions, people, readers }: LoadedProps) {
  const here = threads.filter((thread) => thread.blockId === place.blockId);
  const open = here.filter((thread) => thread.resolvedAt === null);
  const resolved = here.filter((thread) => thread.resolvedAt !== null);
  const elsewhere = threads.filter((thread) => thread.blockId !== place.blockId && thread.resolvedAt === null);
  const begin = <Begin place={place} readers={readers} first={here.length === 0} />;
  const card = (thread: ThreadView) => <ThreadCard key={thread.threadId} {...{ thread, reactions, people, readers }} />;
  return (
    <>
      {place.quote ? begin : null}
      {open.map(card)}
      {place.quote ? null : begin}
      {resolved.length > 0 ? (
        <details open={resolved.some(({ threadId }) => threadId === place.threadId)}>
          <summary className="min-h-11 content-center text-sm font-medium text-ink-soft">{resolved.length} resolved here</summary>
          <div className="flex flex-col gap-4 pt-2">{resolved.map(card)}</div>
        </details>
      ) : null}
      {elsewhere.length > 0 ? <Elsewhere threads={elsewhere} people={people} /> : null}
    </>
  );
}

function Begin({ place, readers, first }: { place: Block; readers: Readers; first: boolean }) {
  const trpc = useTRPC();
  const { id: me } = usePerson();
  const start = useMutation(trpc.thread.start.mutationOptions());
  const { open } = useThreadPanel();
  const { itemId, blockId } = place;
  const label = plainLine(place.label);
  const quote = place.quote ?? null;
  const told = (mentions: string[]) =>
    listNotified({ ...readers, starterId: null, comments: [] }, me, mentions).map((person) => person.id);
  const suggestible = useSuggestible(itemId) && quote !== null;
  const [suggests, setSuggests] = useState(place.suggest ?? false);
  const end = () => open({ itemId, blockId, label: place.label });
  if (quote && suggests)
    return <SuggestionForm {...{ itemId, blockId, label, quote, readers }} onEnd={end} onComment={() => setSuggests(false)} />;
  return (
    <div className="flex flex-col gap-2">
      {quote ? (
        <blockquote dir="auto" className="line-clamp-4 border-l-2 border-accent pl-3 text-ink-soft">
          {quoteOf(quote)}
        </blockquote>
      ) : null}
      <CommentForm
        draft={`thread:${itemId}:${blockId}${quote ? `:${quote.start}-${quote.end}` : ''}`}
        label={quote ? 'Comment on these words' : first ? 'Start a conversation' : 'Start another conversation'}
        act="Comment"
        focus={quote !== null}
        readers={readers}
        told={told}
        send={(text, mentions) => start.mutateAsync({ itemId, blockId, label, quote, text, mentions })}
        onEnd={quote ? end : undefined}
      />
      {suggestible ? (
        <Button kind="quiet" icon={<PenLine aria-hidden="true" />} onClick={() => setSuggests(true)} className="self-start">
          Suggest other words instead
        </Button>
      ) : null}
    </div>
  );
}

function Elsewhere({ threads, people }: { threads: ThreadView[]; people: Record<string, string> }) {
  const { open } = useThreadPanel();
  return (
    <section aria-label="Conversations elsewhere" className="border-t border-line pt-3">
      <h3 className="text-sm text-ink-soft">Elsewhere here</h3>
      <ul>
        {threads.map(({ threadId, itemId, blockId, label, starterId, comments }) => (
          <li key={threadId}>
            <button
              type="button"
              data-thread={threadId}
              onClick={() => open({ itemId, blockId, label })}
              className="-mx-2 flex min-h-11 w-[calc(100%+1rem)] flex-col justify-center rounded-md px-2 py-1.5 text-left hover:bg-sunken"
            >
              <span className="line-clamp-2">{label}</span>
              <span className="text-sm text-ink-soft">
                {people[starterId]} · {comments.length === 1 ? '1 comment' : `${comments.length} comments`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A block's words as the one line that is kept with its thread. */
function plainLine(label: string): string {
  const line = label.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return [...line].slice(0, 140).join('') || 'This part';
}

/** `j` and `k` walk from one conversation to the next. */
function useWalk(panel: RefObject<HTMLDivElement | null>): void {
  const walk = (step: 1 | -1) => () => {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('[data-thread]') ?? [])];
    const at = all.findIndex((one) => one.contains(document.activeElement));
    const next = at === -1 ? (step === 1 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next]?.focus();
    all[next]?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { keys: 'j', label: 'Next conversation', act: walk(1) },
    { keys: 'k', label: 'Previous conversation', act: walk(-1) },
  ]);
}

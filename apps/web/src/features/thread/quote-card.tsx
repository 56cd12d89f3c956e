import { type Anchor, carryAnchor, quoteOf } from '@parley/domain/anchor/anchor';
import { Fragment, useMemo, useState } from 'react';
import type { QuotedTextProps } from '../../components/item-tools.tsx';
import { cutText, endsIn, placeOpen, type Stretch, useBlockText, useSayText, within } from './use-quoted.ts';
import { useSelecting } from './use-selected.ts';
import { markName, useThreadPanel } from './use-thread-panel.ts';
import { type ThreadView, useThreads } from './use-threads.ts';

/** A block's words: every passage can be selected, and those that an open conversation is about are marked. */
export function QuotedText({ itemId, blockId, text, part, label }: QuotedTextProps) {
  const { active } = useThreadPanel();
  const { data } = useThreads(itemId);
  const name = markName({ itemId, blockId });
  useSayText(name, text);
  const [block, setBlock] = useState<HTMLElement | null>(null);
  const [start, end] = [part?.start ?? 0, part?.end ?? text.length];
  const stretches = useMemo(() => {
    const threads = data?.threads ?? [];
    const places = placeOpen(threads, blockId, text);
    const here = within(places, { start, end });
    const ending = new Set(places.filter((place) => endsIn(text, place.end, { start, end })).map(({ threadId }) => threadId));
    return drawable(cutText(text.slice(start, end), here), threads, ending);
  }, [data, blockId, text, start, end]);
  // what arrives while somebody selects would take the selection away: it is drawn once they are done
  const selecting = useSelecting(block);
  const [shown, setShown] = useState(stretches);
  if (!selecting && shown !== stretches) setShown(stretches);
  const drawn = shown.map((stretch) => {
    if (stretch.threadIds.length === 0) return <Fragment key={stretch.start}>{stretch.text}</Fragment>;
    const lit = active !== null && stretch.threadIds.includes(active);
    return (
      <mark
        key={stretch.start}
        data-quote={stretch.threadIds.join(' ')}
        className={`cursor-pointer rounded-[2px] border-b-2 border-accent text-inherit ${lit ? 'bg-accent-soft' : 'bg-transparent hover:bg-accent-soft'}`}
      >
        {stretch.struck ? <del className="bg-bad-soft text-bad">{stretch.text}</del> : stretch.text}
        {stretch.instead.map(({ threadId, words }) => (
          // drawn, not written: the words of the block stay what they are for whoever selects and quotes them
          <ins
            key={threadId}
            data-instead={words}
            className="ml-1 bg-good-soft text-good no-underline after:content-[attr(data-instead)]"
          />
        ))}
      </mark>
    );
  });
  return (
    // a piece takes the direction of the paragraph that it stands in
    <span ref={setBlock} dir={part ? undefined : 'auto'} data-quotable={name} data-from={start} data-label={label}>
      {drawn}
    </span>
  );
}

type Drawn = Stretch & { struck: boolean; instead: { threadId: string; words: string }[] };

/** Stretches with what is suggested in their place: struck out, and followed by the other words where the quote ends here. */
function drawable(stretches: readonly Stretch[], threads: readonly ThreadView[], ending: ReadonlySet<string>): Drawn[] {
  const suggested = threads.flatMap(({ threadId, suggestion }) =>
    suggestion?.state === 'open' ? [{ threadId, words: suggestion.words }] : [],
  );
  return stretches.map((stretch, at) => {
    const here = suggested.filter(({ threadId }) => stretch.threadIds.includes(threadId));
    const ends = here.filter(
      ({ threadId, words }) => words !== '' && ending.has(threadId) && !stretches[at + 1]?.threadIds.includes(threadId),
    );
    return { ...stretch, struck: here.length > 0, instead: ends };
  });
}

/** The words a conversation is about, above it; when they are not in the text any more, the text they were in. */
export function QuoteLine({ itemId, blockId, quote }: { itemId: string; blockId: string; quote: Anchor }) {
  const now = useBlockText(markName({ itemId, blockId }));
  const stands = useMemo(() => now !== undefined && carryAnchor(quote, now) !== null, [now, quote]);
  const words = quoteOf(quote);
  return (
    <div className="px-3 pt-3 text-sm">
      <blockquote dir="auto" className="line-clamp-3 border-l-2 border-accent pl-3 text-ink-soft">
        {words}
      </blockquote>
      {stands ? null : (
        <details className="pt-1">
          <summary className="min-h-11 content-center text-ink-soft">On earlier text. See it as it was</summary>
          <p dir="auto" className="whitespace-pre-wrap border-l-2 border-line pl-3">
            {quote.of.slice(0, quote.start)}
            <mark className="bg-accent-soft text-inherit">{words}</mark>
            {quote.of.slice(quote.end)}
          </p>
        </details>
      )}
    </div>
  );
}

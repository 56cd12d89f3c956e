import type { Inline } from '@parley/domain/thread/inline';
import { type Block, parseMarkdown } from '@parley/domain/thread/markdown';
import { type Mentionable, type Stretch, splitMentions } from '@parley/domain/thread/mention';
import { Fragment, type ReactNode, useMemo } from 'react';

type Props = { text: string; mentioned: readonly Mentionable[] };

/** A comment's text, drawn from its tree with our own elements; nothing in it can become markup. */
export function TextCard({ text, mentioned }: Props) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div className="flex flex-col gap-2 break-words">{listed(blocks.map((block) => drawBlock(block, mentioned)))}</div>;
}

/** Runs and lines of a text have no other name than their place. */
function listed(parts: ReactNode[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}

function drawBlock(block: Block, mentioned: readonly Mentionable[]): ReactNode {
  const line = (runs: Inline[]) => drawRuns(runs, mentioned);
  const lines = (all: Inline[][]) =>
    listed(all.map((runs, index) => (index === 0 ? line(runs) : [<br key="break" />, line(runs)])));
  switch (block.kind) {
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <pre tabIndex={0} className="overflow-x-auto rounded-sm bg-sunken p-2 text-sm">
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return <blockquote className="border-l-2 border-line-strong pl-3 text-ink-soft">{lines(block.lines)}</blockquote>;
    case 'list': {
      const entry = (runs: Inline[]) => <li>{line(runs)}</li>;
      const entries = listed(block.entries.map(entry));
      if (!block.ordered) return <ul className="list-disc pl-5">{entries}</ul>;
      return (
        <ol start={block.start} className="list-decimal pl-6">
          {entries}
        </ol>
      );
    }
    case 'paragraph':
      return <p>{lines(block.lines)}</p>;
    default:
      return block satisfies never;
  }
}

function drawStretch({ text, person }: Stretch): ReactNode {
  return person ? <span className="font-medium text-accent">{text}</span> : text;
}

function drawRuns(runs: Inline[], mentioned: readonly Mentionable[]): ReactNode {
  return listed(runs.map((run) => drawRun(run, mentioned)));
}

function drawRun(run: Inline, mentioned: readonly Mentionable[]): ReactNode {
  switch (run.kind) {
    case 'text':
      return listed(splitMentions(run.text, mentioned).map(drawStretch));
    case 'code':
      return <code className="rounded-sm bg-sunken px-1 text-[0.9em]">{run.text}</code>;
    case 'bold':
      return <strong>{drawRuns(run.inner, mentioned)}</strong>;
    case 'italic':
      return <em>{drawRuns(run.inner, mentioned)}</em>;
    case 'link':
      return (
        <a href={run.href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline">
          {run.text}
          {run.text.includes(run.host) ? null : <span className="text-ink-soft"> ({run.host})</span>}
        </a>
      );
    default:
      return run satisfies never;
  }
}

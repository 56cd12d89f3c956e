import type { ScriptLine, ScriptPart } from '@parley/domain/negotiation/script/script';
import type { SlotValue } from '@parley/domain/negotiation/script/slot';
import { type SlotName, slotWords } from '@parley/domain/negotiation/script/slot-name';
import { Fragment, type ReactNode } from 'react';
import type { Format } from '../lib/format.ts';

/** A slot as a script shows it: its figure, or null while its field is empty or not this reader's, and what it is. */
export type ShownSlot = { text: string | null; title: string };

function textOf(value: SlotValue, currency: string, format: Format): string | null {
  switch (value.is) {
    case 'money':
      return format.money(value.minor, currency);
    case 'percent':
      return format.percent(value.percent);
    case 'day':
      return format.day(value.on);
    case 'words':
      return value.text;
    case 'empty':
    case 'hidden':
      return null;
    default:
      return value satisfies never;
  }
}

/** How each slot reads for this person now. */
export function showSlots(values: Record<SlotName, SlotValue>, currency: string, format: Format) {
  return (name: SlotName): ShownSlot => {
    const { label, from } = slotWords[name];
    const value = values[name];
    const title = value.is === 'hidden' ? `${label}: not shared with you` : `${label}, from ${from}`;
    return { text: textOf(value, currency, format), title };
  };
}

/** How the words of a script are drawn that begin at an offset of its text. */
type DrawWords = (start: number, words: string) => ReactNode;
export type SpokenProps = { lines: readonly ScriptLine[]; show: (slot: SlotName) => ShownSlot; words?: DrawWords };

/** A script as it is said: figures of the plan as chips, what is open in warning ink, silence as a line of its own. */
export function SpokenLines({ lines, show, words }: SpokenProps) {
  return (
    <blockquote aria-label="As you will say it" className="flex max-w-prose flex-col gap-3 border-l-2 border-accent pl-4">
      {lines.map(({ at, is, parts, starts }) =>
        is === 'silence' ? (
          <Silence key={at} />
        ) : (
          <p key={at} dir="auto" className={is === 'aside' ? 'text-sm text-ink-soft italic' : ''}>
            <SpokenParts {...{ parts, show }} words={words && ((index, said) => words(starts[index] ?? 0, said))} />
          </p>
        ),
      )}
    </blockquote>
  );
}

function Silence() {
  return (
    <p className="flex items-center gap-3 text-sm text-ink-soft">
      <span aria-hidden="true" className="h-px w-8 bg-line-strong" />
      Silence. They speak next.
      <span aria-hidden="true" className="h-px flex-1 bg-line-strong" />
    </p>
  );
}

type PartsProps = { parts: readonly ScriptPart[]; show: SpokenProps['show']; words?: DrawWords | undefined };

/** One line of it, for where there is only room for that. */
export function SpokenParts({ parts, show, words }: PartsProps) {
  return parts.map((part, index) => {
    const key = `${index} ${part.is}`;
    if (part.is === 'words' && words) return <Fragment key={key}>{words(index, part.text)}</Fragment>;
    if (part.is === 'words') return <span key={key}>{part.text}</span>;
    if (part.is === 'figure') return <Figure key={key} {...show(part.slot)} />;
    if (part.value === '') return <Open key={key}>[{part.name}]</Open>;
    return (
      <strong key={key} className="font-semibold">
        {part.value}
      </strong>
    );
  });
}

function Figure({ text, title }: ShownSlot) {
  if (text === null) return <Open>[{title}]</Open>;
  return (
    <span title={title} className="rounded-sm bg-accent-soft px-1 font-semibold text-accent-strong tabular-nums">
      {text}
    </span>
  );
}

function Open({ children }: { children: ReactNode }) {
  return <span className="text-warn">{children}</span>;
}

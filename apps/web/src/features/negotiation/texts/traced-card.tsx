import type { Field, Line } from '@parley/domain/negotiation/texts/text';
import { type Traced, traceText } from '@parley/domain/negotiation/texts/trace';
import { useMemo, useState } from 'react';
import { FieldLink } from './field-list.tsx';

type TracedCardProps = { text: string; lines: readonly Line[]; locale: string; opportunityId: string; label: string };
type Asked = { words: string; field: Field };

const marked = 'rounded-sm bg-accent-soft px-0.5 text-accent-strong underline decoration-dotted underline-offset-4';

/** A text with what comes from a field marked: pointing at it, or pressing it, names the field and leads there. */
export function TracedCard({ text, lines, locale, opportunityId, label }: TracedCardProps) {
  const traced = useMemo(() => traceText(text, lines, locale), [text, lines, locale]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const loose = traced.filter(({ is }) => is === 'loose');
  return (
    <div className="flex flex-col gap-2">
      <blockquote
        aria-label={label}
        className="max-w-prose rounded-md border border-line bg-sunken px-4 py-3 break-words whitespace-pre-wrap"
      >
        {traced.map((one) => (
          <Stretch key={one.from} one={one} onAsk={setAsked} />
        ))}
      </blockquote>
      <p role="status" className="flex min-h-11 flex-wrap items-center gap-x-2 text-sm text-ink-soft">
        {asked ? (
          <>
            <span>
              “{short(asked.words)}”: {asked.field.label}.
            </span>
            <FieldLink at={asked.field.at} opportunityId={opportunityId} />
          </>
        ) : (
          'Marked words come from your fields. Point at one, or press it, to see which.'
        )}
      </p>
      {loose.length > 0 ? (
        <p className="text-sm text-warn">
          In none of your fields: {loose.map((one) => one.text).join(', ')}. Check {loose.length === 1 ? 'it' : 'them'} before you
          send this.
        </p>
      ) : null}
    </div>
  );
}

const most = 40;
const short = (words: string) => (words.length > most ? `${words.slice(0, most)}…` : words);

function Stretch({ one, onAsk }: { one: Traced; onAsk: (asked: Asked) => void }) {
  const { text, field } = one;
  if (field === null) {
    if (one.is === 'words') return <span>{text}</span>;
    const look = one.is === 'gap' ? 'font-medium' : 'underline decoration-wavy underline-offset-4';
    return <span className={`text-warn ${look}`}>{text}</span>;
  }
  const ask = () => onAsk({ words: text, field });
  return (
    <button
      type="button"
      title={field.label}
      aria-label={`${text}: ${field.label}`}
      onClick={ask}
      onFocus={ask}
      onPointerEnter={ask}
      className={`inline text-left whitespace-pre-wrap ${marked}`}
    >
      {text}
    </button>
  );
}

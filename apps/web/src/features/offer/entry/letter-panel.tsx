import type { AnswerBy, Finding, Saying } from '@parley/domain/letter/letter';
import { readLetter } from '@parley/domain/letter/read-letter';
import { hasMoney, takeFinding } from '@parley/domain/letter/take/take-finding';
import { type Deadline, readClock } from '@parley/domain/offer/deadline';
import Check from 'lucide-react/icons/check';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { earlierOf } from '../../../components/form/odd-hour-field.tsx';
import { usePerson } from '../../../lib/person.ts';
import { useToday } from '../../../lib/time/use-today.ts';
import { PastePanel } from '../attachment/paste-panel.tsx';
import type { EntryTools } from './use-entry.ts';
import { useFinding } from './use-finding.ts';

type Props = { tools: EntryTools; opportunityId: string; offerId: string | null; onClose: () => void };

/** A letter pasted as it came: what rules find in it stands beside its sentence, and is taken by a press each. */
export function LetterPanel({ tools, onClose, ...place }: Props) {
  const [text, setText] = useState('');
  return (
    <section aria-label="The letter" className="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3 sm:p-4">
      <TextArea
        label="Paste the letter"
        hint="It is read in this browser by rules: nothing of it is sent, and nothing kept unless you say so below. Take what is right, one by one."
        dir="auto"
        rows={4}
        className="[&_textarea]:h-40 [&_textarea]:field-sizing-fixed"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() === '' ? null : <Findings text={text} tools={tools} />}
      <PastePanel {...place} text={text} />
      <div>
        <Button onClick={onClose}>Close the letter</Button>
      </div>
    </section>
  );
}

/** Passages in order: with what was found in each, and, where nothing was, the text alone, several in one. */
function piecesOf(passages: readonly string[], findings: readonly Finding[]): { text: string; at: number; found: Finding[] }[] {
  const pieces: { text: string; at: number; found: Finding[] }[] = [];
  for (const [at, text] of passages.entries()) {
    const found = findings.filter(({ passage }) => passage === at);
    const last = pieces.at(-1);
    if (found.length === 0 && last && last.found.length === 0) last.text += `\n${text}`;
    else pieces.push({ text, at, found });
  }
  return pieces;
}

function Findings({ text, tools }: { text: string; tools: EntryTools }) {
  const { locale, currency: own } = usePerson();
  const read = useDeferredValue(text);
  const today = useToday();
  const letter = useMemo(() => readLetter(read, { locale, currency: own, today }), [read, locale, own, today]);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const { findings, passages, currencies } = letter;
  return (
    <>
      <p role="status" className="font-medium">
        {findings.length === 0
          ? 'No figure was understood. You can still type the offer in.'
          : `${findings.length} found, ${taken.size} taken.`}
        {currencies.length > 1 ? ` The letter names ${currencies.join(' and ')}.` : ''}
      </p>
      <div
        dir="auto"
        className="flex max-h-[32rem] min-w-0 flex-col gap-2 overflow-y-auto rounded-md border border-line bg-surface p-3"
      >
        {piecesOf(passages, findings).map(({ text: piece, at, found }) =>
          found.length === 0 ? (
            <p key={at} dir="auto" className="text-sm whitespace-pre-line text-ink-soft">
              {piece}
            </p>
          ) : (
            <div key={at} className="border-l-2 border-accent pl-3">
              <Passage text={piece} found={found} />
              <ul className="mt-1 flex flex-col gap-1">
                {found.map((finding) => (
                  <FindingLine
                    key={keyOf(finding)}
                    finding={finding}
                    tools={tools}
                    isTaken={taken.has(keyOf(finding))}
                    onTaken={() => setTaken(new Set([...taken, keyOf(finding)]))}
                  />
                ))}
              </ul>
            </div>
          ),
        )}
      </div>
    </>
  );
}

const keyOf = ({ passage, from, saying }: Finding) => `${passage} ${from} ${saying.of}`;

/** The sentence with what was found in it marked. */
function Passage({ text, found }: { text: string; found: readonly Finding[] }) {
  const parts: { text: string; isFound: boolean; at: number }[] = [];
  let end = 0;
  for (const { from, to } of [...found].sort((a, b) => a.from - b.from)) {
    if (from < end) continue;
    parts.push({ text: text.slice(end, from), isFound: false, at: end }, { text: text.slice(from, to), isFound: true, at: from });
    end = to;
  }
  parts.push({ text: text.slice(end), isFound: false, at: end });
  return (
    <p dir="auto" className="text-sm whitespace-pre-wrap">
      {parts.map(({ text: piece, isFound, at }) =>
        isFound ? (
          <mark key={`found ${at}`} className="rounded-sm bg-accent-soft px-0.5 font-medium text-ink">
            {piece}
          </mark>
        ) : (
          <span key={`text ${at}`}>{piece}</span>
        ),
      )}
    </p>
  );
}

type LineProps = { finding: Finding; tools: EntryTools; isTaken: boolean; onTaken: () => void };

/** What was found, in words, and one press for each way to read it. */
function FindingLine({ finding: { saying, others, currency }, tools, isTaken, onTaken }: LineProps) {
  const wordsOf = useFinding();
  const { zone } = usePerson();
  const { entry } = tools;
  const { content, stage } = entry.draft;
  const target = hasMoney(content.components) || currency === null ? content.currency : currency;
  const take = (chosen: Saying) => {
    const made = takeFinding(chosen, currency, { currency: target, components: content.components, answerBy: null });
    if (made === null) return;
    const deadline = made.answerBy === null ? entry.deadline : deadlineOf(made.answerBy, entry.deadline?.zone ?? zone);
    tools.change({ deadline, draft: { stage, content: { ...content, currency: made.currency, components: made.components } } });
    onTaken();
  };
  const readings = [saying, ...others];
  const { what } = wordsOf(saying, currency);
  const fits = (one: Saying) =>
    takeFinding(one, currency, { currency: target, components: content.components, answerBy: null }) !== null;
  return (
    <li dir="ltr" className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-ink-soft">{what}</span>
      {readings.length > 1 && !isTaken ? (
        <span className="text-warn">can be read in {readings.length === 2 ? 'two ways' : 'several ways'}:</span>
      ) : null}
      {isTaken ? (
        <span className="inline-flex items-center gap-1 font-medium text-good">
          <Check aria-hidden="true" className="size-4" /> taken
        </span>
      ) : (
        readings.map((reading) => {
          const words = wordsOf(reading, currency);
          const read = words.what === what ? words.read : `${words.what}, ${words.read}`;
          return (
            <span key={read} className="inline-flex flex-wrap items-center gap-2">
              <span className="font-medium tabular-nums">{read}</span>
              {fits(reading) ? (
                <Button aria-label={`Take ${what}: ${read}`} onClick={() => take(reading)}>
                  Take
                </Button>
              ) : (
                <span className="text-sm text-warn">{whyNot(currency, target)}</span>
              )}
            </span>
          );
        })
      )}
    </li>
  );
}

/** The end of the day, or the hour that the letter names, by the clock that it names or else the one in hand. */
function deadlineOf({ on, at, zone }: AnswerBy, own: string): Deadline {
  const where = zone ?? own;
  if (at === null) return { kind: 'date', on, zone: where };
  return { kind: 'moment', at: earlierOf(readClock(`${on}T${at}`, where)), zone: where };
}

function whyNot(currency: string | null, target: string): string {
  return currency !== null && currency !== target
    ? `In ${currency}; this offer is in ${target}. Type it in where it belongs.`
    : 'Take first what it belongs to.';
}

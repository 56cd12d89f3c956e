import type { Cited } from '../ledger/move.ts';
import { isFigureSlot, type SlotName } from './slot-name.ts';

/** A word in a script that is filled in by hand: `[reason]` with its value. */
export type Slot = { name: string; value: string };

/** Words to say, under a name: "First call". */
export type Script = { id: string; name: string; text: string; slots: Slot[]; cites: Cited | null };

/** What the one script of older plans is called, and the block under which its conversations stand. */
export const firstScript = { id: 'script', name: 'First call' };

/** How many scripts a plan holds at most. */
export const mostScripts = 12;

/** Names to begin with. */
export const scriptNames = [
  'First call',
  'Counter by phone',
  'After their last word',
  'Call with the manager',
  'Saying no',
] as const;

/** A line of its own that says nothing: they speak next. */
export const silenceLine = '(silence)';

const startingText = [
  'Thank you. I want this job, and I would like to settle the details with you.',
  'What I would bring in the first year: [result].',
  'With that in mind I would ask for a base of {target}, because [reason].',
  silenceLine,
  '(Write down their exact words.)',
].join('\n\n');

/** The script that a new plan begins with, to be rewritten. */
export const startingScript: Script = { ...firstScript, text: startingText, slots: [], cites: null };

/** A plan that had one script, in the form with several; everything else is left as it is. */
export function carryScript<Kept extends { script: Omit<Script, 'id' | 'name'> }>({ script, ...plan }: Kept) {
  return { ...plan, scripts: [{ ...firstScript, ...script }] };
}

const slotPattern = /\[([^[\]\n]{1,40})\]/g;

/** The names of the slots that are filled by hand, each once, in the order in which they appear. */
export function listSlotNames(text: string): string[] {
  const names = [...text.matchAll(slotPattern)].map((match) => (match[1] ?? '').trim());
  return [...new Set(names)].filter((name) => name.length > 0);
}

/** The slots that a text has, with the values known so far; a slot that is gone from the text is dropped. */
export function slotsOf(text: string, known: readonly Slot[]): Slot[] {
  return listSlotNames(text).map((name) => ({ name, value: known.find((slot) => slot.name === name)?.value ?? '' }));
}

/** The scripts with another text in one; a slot that stays keeps its value. */
export function writeScript(scripts: readonly Script[], scriptId: string, text: string): Script[] {
  return scripts.map((one) => (one.id === scriptId ? { ...one, text, slots: slotsOf(text, one.slots) } : one));
}

/** A stretch of a script: plain words, a slot with the value written for it (empty while open), or a figure of the plan. */
export type ScriptPart =
  | { is: 'words'; text: string }
  | { is: 'open'; name: string; value: string }
  | { is: 'figure'; slot: SlotName };

const partPattern = /\[([^[\]\n]{1,40})\]|\{([^{}\n]{1,40})\}/g;

type Placed = { at: number; part: ScriptPart };

function cutParts(text: string, slots: readonly Slot[]): Placed[] {
  const parts: Placed[] = [];
  let from = 0;
  for (const match of text.matchAll(partPattern)) {
    const [all, open, figure = ''] = match;
    const slot = figure.trim().toLowerCase();
    const name = open?.trim();
    if (name === undefined && !isFigureSlot(slot)) continue;
    const at = match.index;
    if (at > from) parts.push({ at: from, part: { is: 'words', text: text.slice(from, at) } });
    if (name !== undefined)
      parts.push({ at, part: { is: 'open', name, value: slots.find((one) => one.name === name)?.value ?? '' } });
    else if (isFigureSlot(slot)) parts.push({ at, part: { is: 'figure', slot } });
    from = at + all.length;
  }
  if (from < text.length) parts.push({ at: from, part: { is: 'words', text: text.slice(from) } });
  return parts;
}

/** A text cut at its slots; braces round something that is no figure of the plan are words. */
export function readParts(text: string, slots: readonly Slot[]): ScriptPart[] {
  return cutParts(text, slots).map(({ part }) => part);
}

/**
 * One line: said aloud, a direction to oneself in brackets, or silence. `at` is the number of the line, `starts` where in the
 * text each of its parts begins.
 */
export type ScriptLine = { at: number; is: 'said' | 'aside' | 'silence'; parts: ScriptPart[]; starts: number[] };

function kindOf(line: string): ScriptLine['is'] {
  if (line.toLowerCase() === silenceLine) return 'silence';
  return /^\(.*\)$/.test(line) ? 'aside' : 'said';
}

/** The lines of a script; empty ones are left out. */
export function readLines({ text, slots }: Pick<Script, 'text' | 'slots'>): ScriptLine[] {
  let next = 0;
  return text.split('\n').flatMap((raw, at) => {
    const line = raw.trim();
    const from = next + raw.indexOf(line);
    next += raw.length + 1;
    if (line === '') return [];
    const cut = cutParts(line, slots);
    return [{ at, is: kindOf(line), parts: cut.map(({ part }) => part), starts: cut.map((one) => from + one.at) }];
  });
}

/** What to say first: the first line that is said, in its parts; nothing where none is. */
export function firstWordsOf(script: Pick<Script, 'text' | 'slots'> | undefined): ScriptPart[] {
  return (script && readLines(script).find(({ is }) => is === 'said')?.parts) ?? [];
}

/** Whether two versions of a script say the same. */
export function saysTheSame(a: Pick<Script, 'name' | 'text' | 'slots'>, b: Pick<Script, 'name' | 'text' | 'slots'>): boolean {
  const filled = ({ text, slots }: Pick<Script, 'text' | 'slots'>) => JSON.stringify(slotsOf(text, slots));
  return a.name === b.name && a.text === b.text && filled(a) === filled(b);
}

/** The text with a line put after the given place (an offset), on a line of its own; at the end without a place. */
export function insertLine(text: string, line: string, at = text.length): { text: string; end: number } {
  const stop = text.indexOf('\n', at);
  const cut = stop < 0 ? text.length : stop;
  const [before, after] = [text.slice(0, cut).trimEnd(), text.slice(cut).trimStart()];
  const head = before === '' ? line : `${before}\n\n${line}`;
  return { text: after === '' ? head : `${head}\n\n${after}`, end: head.length };
}

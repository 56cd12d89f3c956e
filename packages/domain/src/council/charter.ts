import { type Change, diffPieces, diffWords } from '../anchor/words.ts';
import { cadenceSentence } from './cadence.ts';
import type { Cadence } from './council.ts';

/** The longest charter that is accepted, in characters. */
export const charterLimit = 12_000;

/** A starting text for a new council, to be edited before anybody is asked to accept it. */
export function charterTemplate(name: string, cadence: Cadence): string {
  return `# Charter of ${name === '' ? 'our council' : name}

## When we meet
${cadenceSentence(cadence)}. We begin and end on time. With only two of us there, we reschedule.

## What stays here
What is said and shared in this council stays in it: names of employers, numbers, doubts. We do not repeat it, even without names, unless the person it belongs to has said yes. Leaving the council does not end this.

## Showing up
We come, or say a day ahead that we cannot. Whoever misses two meetings without a word is asked whether they want to stay. That is a question, not a reproach.

## How an hour goes
1. Check-in: one number from 0 to 10 and why.
2. Updates: five minutes each, with a signal at four.
3. Requests for help: the short ones first, then one or two that need time.
4. Commitments: what each of us does before the next meeting, carried on until it is done or dropped.
5. Check-out: what helped today, what to do differently.

## How we give feedback
Whoever asks says first what kind they want. Then: “I like”, “I wish”, “I wonder”. We look at the work, not at the person. When we estimate or counter, each of us writes it down before anyone says it aloud. The owner decides; nobody has to defend a choice.

## Roles
The moderator is one of us: keeps the time, keeps this charter, listens, and asks for help like everybody else. The moderator reads nothing that another member could not read.

## How we talk between meetings
Feedback on missions, offers and scripts goes beside the line it is about. We answer a request within two days or say that we cannot.

## When we look at this again
After the third meeting we ask: has any feedback changed what one of us does? If not, we change something. After that, whenever somebody asks.
`;
}

export type CharterBlock =
  | { kind: 'title' | 'heading' | 'text'; text: string }
  | { kind: 'list'; numbered: boolean; entries: string[] };

/** A charter's text as blocks to draw: `#` and `##` headings, `-` and `1.` lists, paragraphs. All else is plain text. */
export function charterBlocks(text: string): CharterBlock[] {
  const blocks: CharterBlock[] = [];
  let open = false;
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const last = blocks.at(-1);
    const entry = /^(?:[-*]|(\d{1,3})[.)])\s+(.+)$/.exec(line);
    const numbered = entry?.[1] !== undefined;
    if (line === '') open = false;
    else if (line.startsWith('## ')) blocks.push({ kind: 'heading', text: line.slice(3).trim() });
    else if (line.startsWith('# ')) blocks.push({ kind: 'title', text: line.slice(2).trim() });
    else if (entry?.[2] && open && last?.kind === 'list' && last.numbered === numbered) last.entries.push(entry[2]);
    else if (entry?.[2]) blocks.push({ kind: 'list', numbered, entries: [entry[2]] });
    else if (open && last?.kind === 'text') last.text += ` ${line}`;
    else blocks.push({ kind: 'text', text: line });
    open = line !== '';
  }
  return blocks;
}

const readLine = (line: string) => line.replace(/^\s*#{1,2}\s+/, '').trimEnd();
const linesOf = (text: string) => text.split('\n').map((line) => `${readLine(line)}\n`);

/** The passages that differ between two charters, as they read, each in words kept, removed and added. */
export function charterChanges(before: string, after: string): Change[][] {
  const passages: { removed: string; added: string }[] = [];
  let open = false;
  for (const { kind, text } of diffPieces(linesOf(before), linesOf(after))) {
    if (kind !== 'kept' && !open) passages.push({ removed: '', added: '' });
    const last = passages.at(-1);
    if (last && kind !== 'kept') last[kind] += text;
    open = kind !== 'kept';
  }
  return passages
    .filter(({ removed, added }) => removed.trim() !== added.trim())
    .map(({ removed, added }) => diffWords(removed.trim(), added.trim()));
}

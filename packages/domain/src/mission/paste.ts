import { blankKeyResult, blankNeed, blankObjective, blankQuestion, put, putKeyResult } from './edit.ts';
import { keyResult, need, objective, question } from './input.ts';
import { type LineAsked, readLine } from './line/read-line.ts';
import { applyLine } from './line/write-line.ts';
import { type KeyResult, type MissionDocument, mostKeyResults, mostNeeds, mostObjectives, mostQuestions } from './mission.ts';

/** A line of what was pasted, without its dress: bullets, numbers, marks of Markdown, characters that cannot be seen. */
type Line = { text: string /** It was indented, or one of a list. */; isInner: boolean };

const bullet = /^(?:[•◦▪‣·∙*+○●■□☐☑✓–—-]|\d{1,2}[.)]|[a-z]\)|\[[ xX]?\])\s+/u;
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/gu;

function undress(raw: string): Line {
  const inner = raw.trim();
  const bare = inner
    .replace(/^#{1,6}\s+/, '')
    .replace(bullet, '')
    .replace(/^\[[ xX]?\]\s+/, '');
  const text = bare
    .replace(/\t+/g, ' ')
    .replace(unseen, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^(\*\*|__)(.+)\1$/u, '$2')
    .trim();
  return { text, isInner: bullet.test(inner) || /^(?:\t| {2,})/.test(raw) };
}

/** The lines of a pasted text that say something. */
export function linesIn(text: string): Line[] {
  return text
    .split(/\r\n|[\n\r\v\u2028\u2029]/)
    .map(undress)
    .filter((line) => line.text !== '');
}

/** Where a paste of several lines goes in. */
export type PastePlace =
  | { into: 'statement' }
  | { into: 'objectives'; after: string | null }
  | { into: 'results'; objectiveId: string; at: number }
  | { into: 'questions' }
  | { into: 'needs' };

export type Pasted = {
  document: MissionDocument /** How many lines went in. */;
  taken: number /** What did not fit, line by line. */;
  left: string[];
};

/** Longer than any key result that is one line. */
const longest = 240;

type Making = LineAsked & { newId: () => string };

/** A key result from a pasted line: what is understood in full is taken, else its words alone. Null when they are too many. */
function resultFrom(text: string, making: Making): KeyResult | null {
  if (text.length > longest) return null;
  const blank = blankKeyResult(making.newId());
  const { words, asks, wrong } = readLine(text, making);
  const read = keyResult.safeParse(applyLine(blank, words));
  if (asks.length === 0 && wrong === null && read.success) return read.data;
  return keyResult.safeParse({ ...blank, metric: text }).data ?? null;
}

const hasWay = ({ start, target }: KeyResult) => start !== null || target !== null;

type So = {
  document: MissionDocument /** The objective that takes the next key result. */;
  open: string | null;
  at: number | null;
};

function addResult(so: So, text: string, making: Making): So | null {
  const into = so.document.objectives.find(({ id }) => id === so.open);
  if (!into || into.keyResults.length >= mostKeyResults) return null;
  const made = resultFrom(text, making);
  const document = made && putKeyResult(so.document, into.id, made, so.at ?? into.keyResults.length);
  return document && { ...so, document, at: so.at === null ? null : so.at + 1 };
}

function addObjective(so: So, text: string, making: Making): So | null {
  if (so.document.objectives.length >= mostObjectives) return null;
  const made = objective.safeParse({ ...blankObjective(making.newId()), title: text }).data;
  if (!made) return null;
  const after = so.document.objectives.findIndex(({ id }) => id === so.open);
  const at = after === -1 ? so.document.objectives.length : after + 1;
  return { document: { ...so.document, objectives: put(so.document.objectives, made, at) }, open: made.id, at: null };
}

/** Whether a line has numbers on its way; asked of few, because a paste may have thousands. */
const saysWay = (text: string, asked: LineAsked) =>
  text.length <= longest && /\p{Nd}/u.test(text) && hasWay(applyLine(blankKeyResult(''), readLine(text, asked).words));

/** A line with numbers, or one of a list under an objective, is a key result; any other one an objective. */
function addOutline(so: So, { text, isInner }: Line, making: Making): So | null {
  const results = so.document.objectives.find(({ id }) => id === so.open)?.keyResults ?? [];
  const isFull = so.document.objectives.length >= mostObjectives && results.length >= mostKeyResults;
  if (isFull) return null;
  return so.open !== null && (isInner || saysWay(text, making)) ? addResult(so, text, making) : addObjective(so, text, making);
}

function addOne(into: PastePlace['into'], so: So, line: Line, making: Making): So | null {
  const { document } = so;
  if (into === 'results') return addResult(so, line.text, making);
  if (into === 'questions') {
    const made = question.safeParse({ ...blankQuestion(making.newId(), null), text: line.text }).data;
    return made && document.questions.length < mostQuestions
      ? { ...so, document: { ...document, questions: put(document.questions, made) } }
      : null;
  }
  if (into === 'needs') {
    const made = need.safeParse({ ...blankNeed(making.newId(), null), text: line.text }).data;
    return made && document.needs.length < mostNeeds
      ? { ...so, document: { ...document, needs: put(document.needs, made) } }
      : null;
  }
  return addOutline(so, line, making);
}

/** Puts the lines of a pasted text into the mission, each where it belongs; what does not fit is handed back, never cut. */
export function pasteLines(document: MissionDocument, place: PastePlace, text: string, making: Making): Pasted {
  const lines = linesIn(text);
  const [first] = lines;
  const opensStatement = place.into === 'statement' && first !== undefined && first.text.length <= 600;
  const open = place.into === 'objectives' ? place.after : place.into === 'results' ? place.objectiveId : null;
  let so: So = {
    document: opensStatement ? { ...document, statement: first.text } : document,
    open,
    at: place.into === 'results' ? place.at : null,
  };
  const left: string[] = [];
  for (const line of opensStatement ? lines.slice(1) : lines) {
    const next = addOne(place.into, so, line, making);
    if (next) so = next;
    else left.push(line.text);
  }
  return { document: so.document, taken: lines.length - left.length, left };
}

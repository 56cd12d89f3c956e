import type { KeyResult, MissionDocument, Need } from '../mission.ts';

/** What of a mission leaves the house: nothing that a council said or was asked, no answers, no state, no corrections. */
export type Paper = {
  /** The role it is written for. */
  role: string;
  statement: string;
  objectives: readonly { id: string; title: string; keyResults: readonly KeyResult[] }[];
  needs: readonly Pick<Need, 'id' | 'text' | 'amount' | 'proof'>[];
  questions: readonly { id: string; text: string }[];
};

export type PaperChoice = { needs: boolean; proofs: boolean; questions: boolean };

/** The mission as it is handed to the manager; of the questions those that have no answer yet. */
export function paperOf(document: MissionDocument, role: string, choice: PaperChoice): Paper {
  const { statement, objectives, needs, questions } = document;
  const proven = <T extends Pick<Need, 'proof'>>(line: T): T => (choice.proofs ? line : { ...line, proof: null });
  return {
    role,
    statement,
    objectives: objectives.map(({ id, title, keyResults }) => ({ id, title, keyResults: keyResults.map(proven) })),
    needs: choice.needs ? needs.map(({ id, text, amount, proof }) => proven({ id, text, amount, proof })) : [],
    questions: choice.questions ? questions.filter(({ answered }) => !answered).map(({ id, text }) => ({ id, text })) : [],
  };
}

export const paperSizes = ['a4', 'letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** The paper that lies in printers where the person is. */
export function paperIn(locale: string): PaperSize {
  return /-(US|CA|MX|PH|CO|CL|VE|GT|CR|PA|DO|SV|HN|NI|PR)\b/.test(locale) ? 'letter' : 'a4';
}

/** Sizes of the text on paper, in points, the largest first. */
export const textSizes = [11, 10, 9, 8] as const;
export type TextSize = (typeof textSizes)[number];

const millimetres = { a4: { width: 178, height: 265 }, letter: { width: 184, height: 247 } } satisfies Record<PaperSize, object>;
const point = 0.3528;

/** How many letters a text is as wide as: what Chinese, Japanese and Korean write is twice as wide. */
function widthOf(text: string): number {
  const wide = text.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/gu)?.length ?? 0;
  return text.length + wide;
}

/** How many lines of text stand on the paper at this size, spaces between them counted as parts of lines. */
function linesAt(paper: Paper, perLine: number): number {
  const lines = (text: string, share = 1) => Math.max(1, Math.ceil(widthOf(text) / (perLine * share)));
  const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
  const proof = (one: Pick<Need, 'proof'>) => (one.proof ? lines(`Shown by: ${one.proof.words}`, 0.5) : 0);
  const results = paper.objectives.map(({ title, keyResults }) =>
    sum([
      1.3,
      1.2 * lines(title, 0.85),
      ...keyResults.map((one) => lines(one.metric, 0.5) + proof(one) + (one.firstNinetyDays ? 1.2 : 0.35)),
    ]),
  );
  const list = (all: readonly { text: string }[]) =>
    all.length === 0 ? 0 : 2.8 + sum(all.map(({ text }) => lines(text, 0.8) + 0.2));
  return sum([
    1.5,
    1.7 * lines(paper.statement, 0.6),
    ...results,
    list(paper.needs),
    sum(paper.needs.map(proof)),
    list(paper.questions),
  ]);
}

/** The largest text at which all of it stands on one page; the smallest where no text does, and then it takes a second page. */
export function textSizeOf(paper: Paper, size: PaperSize): TextSize {
  const { width, height } = millimetres[size];
  const fits = (points: number) => linesAt(paper, width / (points * point * 0.52)) * points * point * 1.45 <= height;
  return textSizes.find(fits) ?? 8;
}

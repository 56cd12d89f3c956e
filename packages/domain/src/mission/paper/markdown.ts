import type { KeyResult, NeedAmount } from '../mission.ts';
import type { Paper } from './paper.ts';

/** How the person writes numbers, days and money. */
export type PaperWords = {
  number: (value: string) => string;
  date: (date: string) => string;
  money: (amount: NeedAmount) => string;
};

/** Words as words: what Markdown would take for a mark is escaped, a text of several lines becomes one. */
function plain(text: string): string {
  const marks = text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>|~]/g, '\\$&');
  return marks
    .replace(/^([#+-]|\d+(?=[.)]))/, '\\$1')
    .replace(/^(\\\d+)([.)])/, (_, number: string, mark: string) => `${number.slice(1)}\\${mark}`);
}

/** From where to where, by when: `45 → 12 min by 23 Aug 2027`. Empty where nothing is said. */
export function wayOf({ start, target, unit, due, firstNinetyDays }: KeyResult, words: PaperWords): { way: string; by: string } {
  const number = (value: string | null) => (value === null ? '?' : words.number(value));
  const way = start === null && target === null ? '' : `${number(start)} → ${number(target)} ${unit}`.trim();
  const by = [due === null ? '' : `by ${words.date(due)}`, firstNinetyDays ? 'within the first 90 days' : '']
    .filter(Boolean)
    .join(', ');
  return { way, by };
}

/** What a line rests on, said below it. */
export const sayProof = (words: string) => `Shown by: ${words}`;

/** The paper as Markdown, for wherever it goes. */
export function writeMarkdown(paper: Paper, words: PaperWords): string {
  const proven = ({ proof }: Pick<KeyResult, 'proof'>) => (proof ? `\n  ${sayProof(plain(proof.words))}` : '');
  const result = (one: KeyResult) => {
    const { way, by } = wayOf(one, words);
    const said = [plain(way), by].filter(Boolean).join(' ');
    return `- ${plain(one.metric)}${said === '' ? '' : `: ${said}`}${proven(one)}`;
  };
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${title}`, lines.map((line) => `- ${line}`).join('\n')];
  const parts = [
    `# ${plain(paper.statement || paper.role)}`,
    paper.statement && paper.role ? `*${plain(paper.role)}*` : '',
    ...paper.objectives.flatMap(({ title, keyResults }) => [`## ${plain(title)}`, keyResults.map(result).join('\n')]),
    ...list(
      'What it takes',
      paper.needs.map((one) => `${plain(one.text)}${one.amount ? ` (${words.money(one.amount)})` : ''}${proven(one)}`),
    ),
    ...list(
      'Questions',
      paper.questions.map(({ text }) => plain(text)),
    ),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

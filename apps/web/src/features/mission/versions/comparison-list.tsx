import type { NeedAmount } from '@parley/domain/mission/mission';
import { countChanges, type Fact, isUnchanged, type LineChange } from '@parley/domain/mission/versions/comparison';
import { ChangedWords } from '../../../components/changed-words.tsx';
import { Chip, type ChipTone } from '../../../components/chip.tsx';
import { useFormat } from '../../../lib/format.ts';

const groups = {
  question: 'Questions',
  need: 'What it takes',
  corrections: 'The manager’s corrections',
} as const;

const looks: Record<LineChange['kind'], string> = {
  statement: 'text-lg',
  objective: 'pt-3 font-semibold',
  keyResult: 'pl-5',
  question: '',
  need: '',
  corrections: 'whitespace-pre-wrap',
};

/** Every line of the newer version in its place: what it lost and gained, what is new, what moved, what went. */
export function ComparisonList({ lines }: { lines: readonly LineChange[] }) {
  if (lines.every(isUnchanged)) return <p className="text-ink-soft">Both say the same.</p>;
  return (
    <div className="flex flex-col gap-2">
      <Sum lines={lines} />
      <ul className="flex flex-col gap-1.5 rounded-md border border-line bg-surface px-4 py-3">
        {lines.map((line, at) => (
          <li key={`${line.kind} ${line.id}`} className="flex flex-col gap-0.5">
            <GroupTitle line={line} before={lines[at - 1]} />
            <Line line={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sum({ lines }: { lines: readonly LineChange[] }) {
  const format = useFormat();
  const { changed, added, removed, moved } = countChanges(lines);
  const said = [
    [changed, 'changed'],
    [added, 'added'],
    [removed, 'removed'],
    [moved, 'moved'],
  ] as const;
  const parts = said.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return <p className="text-sm text-ink-soft tabular-nums">{`Lines: ${format.list(parts)}.`}</p>;
}

function GroupTitle({ line, before }: { line: LineChange; before: LineChange | undefined }) {
  const { kind } = line;
  if (kind === 'statement' || kind === 'objective' || kind === 'keyResult' || before?.kind === kind) return null;
  return <span className="pt-3 text-sm font-medium text-ink-soft">{groups[kind]}</span>;
}

function Line({ line }: { line: LineChange }) {
  const { kind, is, moved, words } = line;
  const chips: { tone: ChipTone; word: string }[] = [
    ...(is === 'added' ? [{ tone: 'good' as const, word: 'Added' }] : []),
    ...(is === 'removed' ? [{ tone: 'bad' as const, word: 'Removed' }] : []),
    ...(moved ? [{ tone: 'accent' as const, word: 'Moved' }] : []),
  ];
  return (
    <div className={`flex flex-wrap items-baseline gap-x-2 gap-y-1 ${looks[kind]} ${isUnchanged(line) ? 'text-ink-soft' : ''}`}>
      <span dir="auto" className="min-w-0 max-w-prose break-words">
        <ChangedWords changes={words} />
      </span>
      {chips.map(({ tone, word }) => (
        <Chip key={word} tone={tone}>
          {word}
        </Chip>
      ))}
      <Facts line={line} />
    </div>
  );
}

const names: Record<Fact['name'], string> = {
  direction: 'Should',
  start: 'From',
  target: 'Target',
  current: 'Now',
  unit: 'Unit',
  due: 'By',
  early: 'First 90 days',
  leg: 'Leg',
  serves: 'Serves',
  proof: 'Shown by',
  about: 'About',
  asked: 'State',
  answer: 'Answer',
};

const numbers: readonly Fact['name'][] = ['start', 'target', 'current'];

/** What changed beside the words: "Target 10 → 15". */
function Facts({ line: { is, facts, amount } }: { line: LineChange }) {
  const format = useFormat();
  const show = (name: Fact['name'], value: string | null) => {
    if (value === null) return 'none';
    if (numbers.includes(name)) return format.number(value);
    return name === 'due' ? format.date(value) : value;
  };
  const money = (value: NeedAmount | null) => (value === null ? 'none' : format.money(value.minor, value.currency));
  const told = facts.map(({ name, before, after }) => ({
    name: names[name],
    before: show(name, before),
    after: show(name, after),
  }));
  const all = amount ? [...told, { name: 'Amount', before: money(amount.before), after: money(amount.after) }] : told;
  if (is === 'added' || is === 'removed')
    return all.map(({ name, before, after }) => (
      <span key={name} className="text-sm font-normal text-ink-soft tabular-nums">
        {name} {is === 'added' ? after : before}
      </span>
    ));
  return all.map(({ name, before, after }) => (
    <span key={name} className="text-sm font-normal text-ink tabular-nums">
      {name} <del className="text-bad no-underline">{before}</del> <span aria-hidden="true">→</span>{' '}
      <ins className="text-good no-underline">{after}</ins>
    </span>
  ));
}

import { readLedger } from '@parley/domain/negotiation/ledger/ledger';
import { remarkSentence } from '@parley/domain/negotiation/ledger/remark';
import { componentLabel, listNamed } from '@parley/domain/negotiation/package';
import { movesFrom } from '@parley/domain/rehearsal/rehearsal';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../lib/format.ts';
import { sayMinutes } from '../../lib/time/use-timer.ts';
import { employerOf, type Line, type Rehearsal } from './use-rehearsal.ts';

type Said = Extract<Line, { kind: 'said' }>;

/** What was said, in its order, with what the ledger would remark; the candidate's own on their side. */
export function LineList(one: Rehearsal) {
  const { lines, years } = one;
  const format = useFormat();
  if (lines.length === 0) return null;
  const said = lines.filter((line) => line.kind === 'said');
  const { steps } = readLedger(movesFrom(said), years);
  const candidate = one.role === 'candidate' ? 'You' : (one.candidate ?? 'The candidate');
  const wording = { money: (minor: number) => format.money(minor, one.currency), day: format.time, candidate };
  const remarksOf = (lineId: string) =>
    (steps.find(({ moveId }) => moveId === lineId)?.remarks ?? []).flatMap((remark) => remarkSentence(remark, wording) ?? []);
  return (
    <Card title={one.state === 'live' ? 'Said so far' : 'What was said'}>
      <ol className="flex flex-col gap-3">
        {lines.map((line) => (
          <li key={line.lineId}>
            {line.kind === 'silence' ? (
              <p className="text-center text-sm text-ink-soft tabular-nums">silence, {sayMinutes(line.seconds)}</p>
            ) : null}
            {line.kind === 'card' ? <Bubble side="employer" who={employerOf(one)} words={line.says} /> : null}
            {line.kind === 'said' ? <SaidLine line={line} one={one} remarks={remarksOf(line.lineId)} /> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function SaidLine({ line, one, remarks }: { line: Said; one: Rehearsal; remarks: readonly string[] }) {
  const format = useFormat();
  const { party, package: figures } = line;
  const who = party === one.role ? 'You' : party === 'employer' ? employerOf(one) : (one.candidate ?? 'The candidate');
  const named = listNamed(figures).map((name) => {
    const amount = name === 'base' || name === 'signOn' || name === 'equity' ? figures[name] : null;
    return `${componentLabel(name, figures.others)} ${format.money(amount, one.currency)}`;
  });
  const firm = party === 'employer' && line.firmness !== 'unclear' ? [line.firmness] : [];
  return <Bubble side={party} who={who} words={line.words} facts={[...named, ...firm]} remarks={remarks} />;
}

type BubbleProps = {
  side: 'candidate' | 'employer';
  who: string;
  words: string;
  facts?: readonly string[];
  remarks?: readonly string[];
};

function Bubble({ side, who, words, facts = [], remarks = [] }: BubbleProps) {
  const mine = side === 'candidate';
  return (
    <div className={`flex max-w-prose flex-col ${mine ? 'pr-8' : 'ml-auto items-end pl-8 text-right'}`}>
      <p className="text-sm text-ink-soft">{who}</p>
      {words.trim() ? <p className="whitespace-pre-wrap wrap-anywhere">“{words}”</p> : null}
      {facts.length > 0 ? <p className="font-medium tabular-nums">{facts.join(' · ')}</p> : null}
      {remarks.map((remark) => (
        <p key={remark} className="text-sm text-ink-soft italic">
          {remark}
        </p>
      ))}
    </div>
  );
}

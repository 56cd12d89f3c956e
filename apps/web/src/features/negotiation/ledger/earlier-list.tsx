import { listChanged } from '@parley/domain/negotiation/ledger/correction';
import { channelWords, counterpartWords, type Earlier, type KeptMove, type Party } from '@parley/domain/negotiation/ledger/move';
import type { Package } from '@parley/domain/negotiation/package';
import { type Format, useFormat } from '../../../lib/format.ts';
import { quoted } from '../../../lib/quote.ts';
import { linesOf } from './package-list.tsx';

type EarlierListProps = { move: KeptMove; currency: string };

const partyWords: Record<Party, string> = { candidate: 'a move of mine', employer: 'a move of theirs' };
const kindWords = {
  ...{ propose: 'a proposal', 'best-and-final': 'a best and final', talk: 'only words' },
  ...{ accept: 'an acceptance', decline: 'a no' },
} as const;

/** What a move said before it was corrected, newest first: to everybody who reads the ledger. */
export function EarlierList({ move, currency }: EarlierListProps) {
  const format = useFormat();
  if (move.earlier.length === 0) return null;
  const wordings = move.earlier.map((earlier, index) => ({ ...earlier, next: move.earlier[index + 1]?.was ?? move }));
  return (
    <ul aria-label="Corrections" className="mt-1 flex flex-col gap-1 text-sm text-ink-soft">
      {wordings.toReversed().map(({ until, was, next }) => (
        <li key={until} className="max-w-prose break-words">
          {`Corrected on ${format.dayTime(until)}, from ${listWas(was, next, currency, format).join('; ')}`}
        </li>
      ))}
    </ul>
  );
}

type Wording = Earlier['was'];

/** What was said otherwise, each in words: only what the correction changed. */
function listWas(was: Wording, next: Wording, currency: string, format: Format): string[] {
  const figures = (before: Package | null | undefined, after: Package | null | undefined) => {
    const changed = listChanged(before, after);
    const lines = before ? linesOf(before, currency, format) : [];
    return lines.filter(([key]) => changed.includes(key)).map(([, label, figure]) => `${label} ${figure}`);
  };
  const found: (string | null)[] = [
    was.party === next.party ? null : partyWords[was.party],
    was.kind === next.kind ? null : kindWords[was.kind],
    was.at === next.at ? null : format.dayTime(was.at),
    was.channel === next.channel ? null : channelWords[was.channel],
    was.counterpart === null || was.counterpart === next.counterpart ? null : `with ${counterpartWords[was.counterpart].label}`,
    ...figures(was.package, next.package),
    ...figures(was.second, next.second).map((line) => `the second: ${line}`),
    was.firmness === 'unclear' || was.firmness === next.firmness ? null : `sounded ${was.firmness}`,
    was.words.trim() === '' || was.words.trim() === next.words.trim() ? null : quoted(was.words),
  ];
  const words = found.flatMap((one) => one ?? []);
  return words.length > 0 ? words : ['another reading of how firm they were'];
}

import { clauseLabel, isDay } from '@parley/domain/negotiation/clause';
import type { LedgerEntry } from '@parley/domain/negotiation/ledger/ledger';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { componentLabel, keyOfOther, type Package } from '@parley/domain/negotiation/package';
import { type Format, useFormat } from '../../../lib/format.ts';

/** What a package says, one a line: figures first, then what it says without money. */
export function PackageList({ offer, currency, label }: { offer: Package; currency: string; label?: string | undefined }) {
  const format = useFormat();
  const lines = linesOf(offer, currency, format);
  if (lines.length === 0) return null;
  return (
    <dl aria-label={label} className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      {lines.map(([key, name, figure]) => (
        <div key={key} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="min-w-0 text-right font-medium break-words tabular-nums">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The lines of a package: key, label, what it says. */
export function linesOf(offer: Package, currency: string, format: Format): [string, string, string][] {
  const lines: [string, string, string | null][] = [
    ['base', componentLabel('base'), offer.base === null ? null : format.money(offer.base, currency)],
    ['bonusPercent', componentLabel('bonusPercent'), offer.bonusPercent && format.percent(offer.bonusPercent)],
    ['signOn', componentLabel('signOn'), offer.signOn === null ? null : format.money(offer.signOn, currency)],
    ['equity', componentLabel('equity'), offer.equity === null ? null : format.money(offer.equity, currency)],
  ];
  for (const { name, amount, every } of offer.others)
    lines.push([keyOfOther(name), every === 'year' ? `${name}, a year` : name, format.money(amount, currency)]);
  for (const { about, text } of offer.clauses ?? [])
    lines.push([about, clauseLabel(about), isDay(about) ? format.date(text) : text]);
  return lines.flatMap(([key, label, figure]) => (figure === null ? [] : [[key, label, figure]]));
}

type TwoPackagesProps = { move: KeptMove; two: NonNullable<LedgerEntry['two']>; plan: Plan };

/** Two packages of one move, each with what it is worth together with what stands. */
export function TwoPackages({ move, two, plan }: TwoPackagesProps) {
  const format = useFormat();
  const over = plan.horizonYears === 1 ? 'one year' : `${plan.horizonYears} years`;
  const sides = [
    { name: 'first', title: 'The first', offer: move.package, worth: two.first },
    { name: 'second', title: 'The second', offer: move.second, worth: two.second },
  ] as const;
  return (
    <div className="grid grid-cols-2 gap-x-4">
      {sides.map(({ name, title, offer, worth }) => (
        <section
          key={name}
          aria-label={title}
          className={move.leaned === name ? 'border-t-2 border-accent pt-1' : 'border-t-2 border-line pt-1'}
        >
          <p className="text-sm font-medium">
            {title}
            {move.leaned === name ? (move.party === 'candidate' ? ' · they leaned to it' : ' · you lean to it') : ''}
          </p>
          {offer ? <PackageList offer={offer} currency={plan.currency} /> : null}
          <p className="mt-1 text-right text-sm text-ink-soft tabular-nums">{`${format.money(worth, plan.currency)} over ${over}`}</p>
        </section>
      ))}
    </div>
  );
}

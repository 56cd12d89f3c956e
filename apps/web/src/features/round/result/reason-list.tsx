import type { RevealedStage, Round, ShownCounter } from '../use-round.ts';

type Props = { round: Round; counters: readonly ShownCounter[]; target: RevealedStage['target'] };

/** Who sealed it, as far as the round says so. */
export function nameOf({ name, mine, gone }: Pick<ShownCounter, 'name' | 'mine' | 'gone'>, index: number): string {
  if (gone) return `A former member, package ${index + 1}`;
  if (mine) return name === null ? `Package ${index + 1}, yours` : `${name} (you)`;
  return name ?? `Package ${index + 1}`;
}

const words = { low: ', not sure', medium: ', fairly sure', high: ', sure' } as const;

/** How sure they said they were. */
export function sureness({ confidence }: Pick<ShownCounter, 'confidence'>): string {
  return confidence === null ? '' : words[confidence];
}

/** The reasons, before any number. */
export function ReasonList({ round, counters, target }: Props) {
  const cards = counters.map((counter, index) => ({
    who: `${nameOf(counter, index)}${sureness(counter)}`,
    reason: counter.reason,
  }));
  const aim = target ? [{ who: `${round.mine ? 'Your' : `${round.ownerName}’s`} target`, reason: target.reason }] : [];
  const given = [...cards, ...aim].filter(({ reason }) => reason !== '');
  if (given.length === 0) return null;
  return (
    <ul aria-label="Reasons" className="grid gap-3 sm:grid-cols-2">
      {given.map(({ who, reason }) => (
        <li key={who} className="rounded-md border border-line px-4 py-3 wrap-anywhere">
          <p className="whitespace-pre-wrap">{reason}</p>
          <p className="mt-1 text-sm text-ink-soft">{who}</p>
        </li>
      ))}
    </ul>
  );
}

import { type Level, type LevelGroup, type Levels, levelGroups } from '@parley/domain/item/levels';
import { latestOf } from '@parley/domain/offer/offer';
import { cellOf } from '@parley/domain/offer/sharing/grid';
import { sampleOf } from '@parley/domain/offer/sharing/sample';
import { anEmployer } from '@parley/domain/opportunity/header';
import { skipToken, useQuery } from '@tanstack/react-query';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Props = {
  /** Null for anything but an offer. */
  offerId: string | null;
  levels: Levels;
  onChange: (levels: Levels) => void;
  company: string;
  alias: string;
  /** How many files are kept with the offer. */
  letters: number;
};

const labels: Record<LevelGroup, string> = {
  company: 'Company name',
  pay: 'Pay',
  equity: 'Equity',
  benefits: 'Benefits',
  dates: 'Dates',
  notes: 'Notes, level and place',
};

const three: { value: Level; label: string }[] = [
  { value: 'hidden', label: 'Hidden' },
  { value: 'range', label: 'Range' },
  { value: 'exact', label: 'Exact' },
];
const two: { value: Level; label: string }[] = [
  { value: 'hidden', label: 'Hidden' },
  { value: 'exact', label: 'Shown' },
];

/** How much of an offer is shown, group by group, each with what the choice does to a sample. */
export function LevelsForm({ offerId, levels, onChange, company, alias, letters }: Props) {
  const sample = useSample(offerId, company, alias);
  return (
    <div className="flex flex-col gap-4">
      {levelGroups.map((group) => (
        <RadioGroup
          key={group}
          inline
          label={labels[group]}
          hint={sample(group, levels[group])}
          value={levels[group]}
          onChange={(level) => onChange({ ...levels, [group]: level })}
          choices={group === 'company' || group === 'notes' ? two : three}
        />
      ))}
      {letters > 0 ? (
        <RadioGroup
          inline
          label="The letter itself"
          hint={
            levels.letter === 'exact'
              ? 'They can download the file as it is. It names the company and shows every figure, whatever is hidden above.'
              : 'Not shown, not even that you have kept one.'
          }
          value={levels.letter}
          onChange={(letter) => onChange({ ...levels, letter })}
          choices={two}
        />
      ) : null}
    </div>
  );
}

/** For anything but an offer: the text goes as written, the company's name is the one choice. */
export function CompanyForm({ levels, onChange, company, alias }: Props) {
  const hidden = alias === '' ? anEmployer : alias;
  return (
    <RadioGroup
      label="Company"
      hint="The text itself is shown as you wrote it. Check that it does not name the company where the name should stay hidden."
      value={levels.company === 'exact' ? 'exact' : 'hidden'}
      onChange={(level) => onChange({ ...levels, company: level })}
      choices={[
        { value: 'hidden', label: `Shown as “${hidden}”` },
        { value: 'exact', label: `Shown as “${company}”` },
      ]}
    />
  );
}

const samples = { pay: 'A base of', equity: 'A grant worth', benefits: 'A yearly benefit of' };

function useSample(offerId: string | null, company: string, alias: string) {
  const format = useFormat();
  const trpc = useTRPC();
  const own = usePerson().currency;
  const offer = useQuery(trpc.offer.get.queryOptions(offerId === null ? skipToken : { offerId })).data;
  const content = offer && (latestOf(offer.versions)?.content ?? offer.frame.draft?.content);
  // figures of another currency would stand there for a moment
  const sample = offerId !== null && !offer ? null : sampleOf(content ?? { currency: own, components: {} });
  return (group: LevelGroup, level: Level): string => {
    if (group === 'company') return `Reads “${level === 'exact' ? company : alias || anEmployer}”.`;
    if (group === 'notes') return level === 'exact' ? 'Read as you wrote them.' : 'Not shown.';
    if (group === 'dates') {
      if (level === 'hidden') return 'The 26th of November is not shown.';
      return level === 'exact' ? 'The 26th of November is shown as the day.' : 'The 26th of November is shown as November.';
    }
    if (sample === null) return '\u00a0';
    const { currency, [group]: amount } = sample;
    const words = `${samples[group]} ${format.money(amount, currency)}`;
    if (level === 'hidden') return `${words} is not shown.`;
    if (level === 'exact') return `${words} is shown as it is.`;
    const { low, high } = cellOf(amount, currency);
    return `${words} is shown as ${format.money(low, currency)} to ${format.money(high, currency)}.`;
  };
}

import type { PartOfPackage } from '@parley/domain/compensation/components';
import { type Level, type LevelGroup, type Levels, levelGroups } from '@parley/domain/item/levels';
import { latestOf } from '@parley/domain/offer/offer';
import { cellOf } from '@parley/domain/offer/sharing/grid';
import { sampleOf } from '@parley/domain/offer/sharing/sample';
import { findTelltales, type Telltale } from '@parley/domain/offer/sharing/telltale';
import { anEmployer } from '@parley/domain/opportunity/header';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Notice } from '../../components/feedback/notice.tsx';
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
  const content = useContent(offerId);
  const sample = useSample(content, company, alias);
  return (
    <div className="flex flex-col gap-4">
      {levelGroups.map((group) => (
        <Fragment key={group}>
          <RadioGroup
            inline
            label={labels[group]}
            hint={sample(group, levels[group])}
            value={levels[group]}
            onChange={(level) => onChange({ ...levels, [group]: level })}
            choices={group === 'company' || group === 'notes' ? two : three}
          />
          {group === 'equity' && content ? <TelltaleNote telltales={findTelltales(content, levels)} /> : null}
        </Fragment>
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

/** What the offer says; null while it is not there, because figures of another currency would stand there for a moment. */
function useContent(offerId: string | null): PartOfPackage | null {
  const trpc = useTRPC();
  const own = usePerson().currency;
  const offer = useQuery(trpc.offer.get.queryOptions(offerId === null ? skipToken : { offerId })).data;
  if (offerId !== null && !offer) return null;
  return (offer && (latestOf(offer.versions)?.content ?? offer.frame.draft?.content)) ?? { currency: own, components: {} };
}

const tellWords: Record<Telltale, string> = {
  price: 'The exact price of a share can be looked up, and then the name is known.',
  steps: 'Few employers let a grant vest in uneven steps as this one does, and a range shows the steps too.',
};

/** By what they would find the name all the same. */
function TelltaleNote({ telltales }: { telltales: readonly Telltale[] }) {
  if (telltales.length === 0) return null;
  return (
    <Notice tone="warn" title="This may name the company, which you hide.">
      {telltales.map((telltale) => tellWords[telltale]).join(' ')}
    </Notice>
  );
}

function useSample(content: PartOfPackage | null, company: string, alias: string) {
  const format = useFormat();
  const sample = content === null ? null : sampleOf(content);
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

import { type Assumptions, checkAssumptions, defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { DomainError } from '@parley/domain/kernel/error';
import { PercentField } from '../../../components/form/number-field.tsx';

type ListName = 'raises' | 'attainment' | 'pricePath';

const lists = [
  { name: 'raises', label: 'Raise', first: 2, hint: 'In place of the raise a year. The last one goes on.' },
  { name: 'attainment', label: 'Bonus paid, of target', first: 1, hint: 'In place of the one above. The last one goes on.' },
  {
    name: 'pricePath',
    label: 'Share price, change to today',
    first: 1,
    hint: 'Shown beside the total, which keeps the flat price. The last one goes on.',
  },
] as const satisfies readonly { name: ListName; label: string; first: number; hint: string }[];

/** What is wrong with these assumptions by themselves; nothing when they can be counted with. */
export function wrongWith(part: Partial<Assumptions>): string | undefined {
  try {
    checkAssumptions({ ...defaultAssumptions, ...part });
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.message;
  }
}

/** The list with one year typed; an empty year behind the last one says nothing. */
function withYear(list: readonly string[], at: number, percent: string | null): string[] | undefined {
  const next = Array.from({ length: Math.max(list.length, at + 1) }, (_, year) =>
    year === at ? (percent ?? '') : (list[year] ?? ''),
  );
  const last = next.findLastIndex((one) => one !== '');
  return last < 0 ? undefined : next.slice(0, last + 1);
}

/** A year that was left out between two is no figure yet. */
const wrongYear = (name: ListName, list: readonly string[], at: number) => {
  const percent = list[at];
  if (percent === undefined) return undefined;
  return percent === '' ? 'Fill this in too.' : wrongWith({ [name]: [percent] });
};

type Props = { value: Assumptions; onChange: (value: Assumptions) => void };

/** Assumptions that are not the same in every year, and my own rate of tax. */
export function ByYearForm({ value, onChange }: Props) {
  const years = Number.isInteger(value.horizon) && value.horizon >= 1 && value.horizon <= 10 ? value.horizon : 4;
  return (
    <>
      {lists.map(({ name, label, first, hint }) => {
        const list = value[name] ?? [];
        const count = Math.max(years - first + 1, list.length);
        return (
          <fieldset key={name} className="min-w-0">
            <legend className="font-medium">{label}, by year</legend>
            <p className="pb-2 text-sm text-ink-soft">{hint}</p>
            <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-4 lg:grid-cols-5">
              {Array.from({ length: count }, (_, at) => (
                <PercentField
                  // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place.
                  key={at}
                  label={
                    <>
                      <span className="sr-only">{label}, </span>Year {at + first}
                    </>
                  }
                  min={-100}
                  value={list[at] || null}
                  error={wrongYear(name, list, at)}
                  onChange={(percent) => onChange({ ...value, [name]: withYear(list, at, percent) })}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      <PercentField
        label="My own rate of tax"
        optional
        className="sm:max-w-72"
        hint="Mine alone, and shown to nobody: a second figure beside the total. Everything else is gross."
        max={100}
        value={value.taxRate ?? null}
        error={wrongWith({ taxRate: value.taxRate ?? null })}
        onChange={(taxRate) => onChange({ ...value, taxRate })}
      />
    </>
  );
}

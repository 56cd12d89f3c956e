import type { Sieve } from '@parley/domain/opportunity/board';
import { TextField } from '../../components/form/field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';

type Props = { sieve: Sieve; tags: readonly string[]; onSieve: (sieve: Sieve) => void };

const shows = [
  { value: 'live', label: 'All in sight' },
  { value: 'silent', label: 'Silent for a week' },
  { value: 'archived', label: 'Put away' },
] as const;

/** Narrows what the board and the list show. */
export function SieveForm({ sieve, tags, onSieve }: Props) {
  const choose = (value: string) => onSieve({ ...sieve, show: shows.find((one) => one.value === value)?.value ?? 'live' });
  return (
    <search className="flex flex-wrap items-end gap-3">
      <TextField
        label="Filter"
        type="search"
        value={sieve.words}
        placeholder="Role, company…"
        onChange={(event) => onSieve({ ...sieve, words: event.target.value })}
        className="min-w-28 flex-1 sm:max-w-64"
      />
      {tags.length > 0 ? (
        <SelectField
          label="Tag"
          placeholder="Any"
          value={sieve.tag ?? ''}
          options={tags.map((tag) => ({ value: tag, label: tag }))}
          onChange={(event) => onSieve({ ...sieve, tag: event.target.value === '' ? null : event.target.value })}
          className="w-28 sm:w-auto sm:min-w-32"
        />
      ) : null}
      <SelectField
        label="Show"
        value={sieve.show}
        options={shows}
        onChange={(event) => choose(event.target.value)}
        className="min-w-36 flex-1 sm:max-w-44"
      />
    </search>
  );
}

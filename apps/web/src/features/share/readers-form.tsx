import { Avatar } from '../../components/avatar.tsx';
import { Checkbox, RadioGroup } from '../../components/form/choice-field.tsx';
import type { Choice } from './use-choice.ts';
import type { Options } from './use-share.ts';

/** With whom: one council, all of it or some of its members. */
export function ReadersForm({ choice, councils }: { choice: Choice; councils: Options['councils'] }) {
  const { council, members, all, chosen, setAll, setChosen, setCouncil } = choice;
  if (!council) return null;
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className="flex flex-col gap-4">
      {councils.length > 1 ? (
        <RadioGroup
          label="Council"
          value={council.councilId}
          onChange={setCouncil}
          choices={councils.map(({ councilId, name }) => ({ value: councilId, label: name }))}
        />
      ) : null}
      <RadioGroup
        label="Who may read it"
        value={all ? 'all' : 'some'}
        onChange={(value) => setAll(value === 'all')}
        choices={[
          { value: 'some', label: 'Some members' },
          { value: 'all', label: `Everybody in ${council.name}`, hint: 'Including people who join later' },
        ]}
      />
      <fieldset className="min-w-0">
        <legend className="sr-only">Members</legend>
        {members.length === 0 ? <p className="text-ink-soft">Nobody else is in this council yet.</p> : null}
        {members.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={all || chosen.includes(id)}
            disabled={all}
            onChange={() => toggle(id)}
            label={
              <span className="flex items-center gap-2">
                <Avatar name={name} size="small" />
                {name}
              </span>
            }
          />
        ))}
      </fieldset>
    </div>
  );
}

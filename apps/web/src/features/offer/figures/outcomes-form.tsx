import type { Assumptions } from '@parley/domain/compensation/assumptions';
import type { Outcome } from '@parley/domain/compensation/conventions';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useId } from 'react';
import { Button, IconButton } from '../../../components/button.tsx';
import { FieldError, TextField } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { NumberField, PercentField, PriceField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { wrongWith } from './by-year-form.tsx';

const ways = [
  { value: 'price', label: 'a price of a share' },
  { value: 'exit', label: 'a sale of the company' },
];
const most = 6;
const noName = 'Say what happens, like “sold” or “closes down”.';

/** What keeps outcomes from being kept; nothing when they can be. */
export function wrongOutcomes(outcomes: readonly Outcome[] | undefined): string | undefined {
  if (outcomes?.some(({ name }) => name.trim() === '')) return noName;
  const isOpen = (at: Outcome['at']) =>
    !('price' in at) && !(Number.isSafeInteger(at.exit) && Number.isSafeInteger(at.outstanding));
  if (outcomes?.some(({ at }) => isOpen(at))) return 'Fill in what the company is sold for, and how many shares there are.';
  return wrongWith({ outcomes: outcomes ? [...outcomes] : undefined });
}

type Props = { value: Assumptions; onChange: (value: Assumptions) => void; currency: string };

/** Ways that the company may go, with odds that sum to 100: mine, and beside every total. */
export function OutcomesForm({ value, onChange, currency }: Props) {
  const id = useId();
  const outcomes = value.outcomes ?? [];
  const save = (next: Outcome[]) => onChange({ ...value, outcomes: next.length === 0 ? undefined : next });
  const areOddsRead = outcomes.every(({ odds }) => /^\d/.test(odds));
  const sum = wrongWith({ outcomes: [...outcomes] });
  const wrong = areOddsRead && sum?.startsWith('The odds sum') ? sum : undefined;
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="font-medium">How an unlisted company may go</legend>
      {outcomes.map((outcome, index) => (
        <OutcomeForm
          // biome-ignore lint/suspicious/noArrayIndexKey: an outcome is its place.
          key={index}
          {...{ outcome, index, currency }}
          wrongBy={wrong === undefined ? undefined : id}
          onChange={(patch) => save(outcomes.map((one, place) => (place === index ? { ...one, ...patch } : one)))}
          onRemove={() => save(outcomes.filter((_, place) => place !== index))}
        />
      ))}
      <FieldError id={id} error={wrong} />
      {outcomes.length < most ? (
        <div>
          <Button
            kind="quiet"
            icon={<Plus aria-hidden="true" />}
            onClick={() => save([...outcomes, { name: '', odds: '', at: { price: '' } }])}
          >
            Add an outcome
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

type OutcomeProps = {
  outcome: Outcome;
  index: number;
  currency: string;
  wrongBy: string | undefined;
  onChange: (patch: Partial<Outcome>) => void;
  onRemove: () => void;
};

function OutcomeForm({ outcome, index, currency, wrongBy, onChange, onRemove }: OutcomeProps) {
  const { name, odds, at } = outcome;
  const turn = (way: string) =>
    onChange({ at: way === 'exit' ? { exit: Number.NaN, outstanding: Number.NaN, rounds: [] } : { price: '' } });
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_7rem_12rem_auto]">
      <TextField
        label={`Outcome ${index + 1}`}
        value={name}
        placeholder={index === 0 ? 'Sold' : undefined}
        onChange={(event) => onChange({ name: event.target.value })}
        error={odds !== '' && name.trim() === '' ? noName : undefined}
      />
      <PercentField
        label="Odds"
        className="max-sm:order-1 max-sm:col-span-2"
        max={100}
        value={odds || null}
        wrongBy={wrongBy}
        onChange={(next) => onChange({ odds: next ?? '' })}
      />
      <SelectField
        label="Comes to"
        className="max-sm:order-1 max-sm:col-span-2"
        options={ways}
        value={'price' in at ? 'price' : 'exit'}
        onChange={(event) => turn(event.target.value)}
      />
      <IconButton label={`Remove outcome ${index + 1}`} icon={<Trash2 aria-hidden="true" />} onClick={onRemove} />
      <div className="order-last col-span-2 grid items-start gap-3 sm:col-span-4 sm:grid-cols-3">
        <WorthFields {...{ at, currency }} onChange={(next) => onChange({ at: next })} />
      </div>
    </div>
  );
}

type WorthProps = { at: Outcome['at']; currency: string; onChange: (at: Outcome['at']) => void };

/** What a share comes to: said, or from the price of the company and how many shares there are then. */
function WorthFields({ at, currency, onChange }: WorthProps) {
  if ('price' in at)
    return (
      <PriceField
        label="Price of a share then"
        currency={currency}
        value={at.price || null}
        onChange={(price) => onChange({ price: price ?? '' })}
      />
    );
  return (
    <>
      <MoneyField
        label="The company is sold for"
        currency={currency}
        per="once"
        value={at.exit}
        onChange={(exit) => onChange({ ...at, exit: exit ?? Number.NaN })}
      />
      <NumberField
        label="Shares there are today"
        unit="shares"
        value={at.outstanding}
        onChange={(outstanding) => onChange({ ...at, outstanding: outstanding ?? Number.NaN })}
      />
      <PercentField
        label="Diluted until then"
        optional
        max={100}
        value={at.rounds[0] ?? null}
        onChange={(round) => onChange({ ...at, rounds: round === null ? at.rounds.slice(1) : [round, ...at.rounds.slice(1)] })}
      />
    </>
  );
}

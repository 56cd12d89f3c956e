import type { Grant } from '@parley/domain/compensation/components';
import { type GrantFacts, isOption } from '@parley/domain/compensation/conventions';
import { reciprocal } from '@parley/domain/figure/exact';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { NumberField, RateField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useFormat } from '../../../lib/format.ts';

type Props = {
  grant: Grant;
  put: (patch: Partial<Grant>) => void;
  path: string;
  currency: string;
  errorAt: (path: string) => string | undefined;
};

const currencies = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }));
const noFacts: GrantFacts = { exerciseDays: null, earlyExercise: null, acceleration: null, needsExit: null, toBeSet: false };

const answers = [
  { value: '', label: 'Not said' },
  { value: 'yes', label: 'Allowed' },
  { value: 'no', label: 'Not allowed' },
];

const conditions = [
  { value: '', label: 'Not said' },
  { value: 'yes', label: 'Yes, that too' },
  { value: 'no', label: 'No, time alone' },
];

const accelerations = [
  { value: '', label: 'Not said' },
  { value: 'none', label: 'None' },
  { value: 'single', label: 'On a sale' },
  { value: 'double', label: 'On a sale and dismissal' },
];
const accelerationOf = (text: string): GrantFacts['acceleration'] =>
  text === 'none' || text === 'single' || text === 'double' ? text : null;

/** What a letter says of a grant beside its size: the currency it is in, and facts that have no figure. */
export function FactsForm({ grant, put, path, currency, errorAt }: Props) {
  const facts = grant.facts ?? noFacts;
  const say = (patch: Partial<GrantFacts>) => put({ facts: { ...facts, ...patch } });
  const own = grant.currency ?? currency;
  const choose = (code: string) =>
    put(code === currency ? { currency: null, rate: null } : { currency: code, rate: { one: code, value: '', on: null } });
  return (
    <details>
      <summary className="min-h-11 py-2.5 text-ink-soft">More about this grant: its currency, exercise, acceleration</summary>
      <div className="grid items-start gap-3 pb-2 sm:grid-cols-2">
        <SelectField
          label="Currency of the grant"
          options={currencies}
          value={own}
          onChange={(event) => choose(event.target.value)}
          error={errorAt(`${path}.currency`)}
        />
        {own === currency ? null : <GrantRate {...{ grant, put, path, errorAt }} own={own} currency={currency} />}
        {isOption(grant.kind) ? <OptionFields {...{ facts, put, say, path, errorAt }} /> : null}
        <SelectField
          label="Vests faster"
          options={accelerations}
          value={facts.acceleration ?? ''}
          onChange={(event) => say({ acceleration: accelerationOf(event.target.value) })}
        />
        <SelectField
          label="Vests only when the company is sold or listed"
          options={conditions}
          value={facts.needsExit === null ? '' : facts.needsExit ? 'yes' : 'no'}
          onChange={(event) => say({ needsExit: event.target.value === '' ? null : event.target.value === 'yes' })}
        />
      </div>
    </details>
  );
}

type RateProps = Pick<Props, 'grant' | 'put' | 'path' | 'errorAt' | 'currency'> & { own: string };

/** At which rate the grant is counted, and of which day the rate is; shown both ways round. */
function GrantRate({ grant, put, path, errorAt, currency, own }: RateProps) {
  const { value = '', on = null } = grant.rate ?? {};
  const format = useFormat();
  const back = reciprocal(value, 6);
  return (
    <>
      <RateField
        label={`1 ${own} is`}
        currency={currency}
        hint={back === null ? undefined : `That is 1 ${currency} = ${format.number(back)} ${own}.`}
        value={value || null}
        onChange={(next) => put({ rate: { one: own, value: next ?? '', on } })}
        error={errorAt(`${path}.rate`)}
      />
      <DateField
        label="Rate of"
        optional
        value={on ?? ''}
        onChange={(event) => put({ rate: { one: own, value, on: event.target.value || null } })}
        error={errorAt(`${path}.rate.on`)}
      />
    </>
  );
}

type OptionProps = Pick<Props, 'put' | 'path' | 'errorAt'> & {
  facts: GrantFacts;
  say: (patch: Partial<GrantFacts>) => void;
};

/** What only options have: a strike that is still to be set, and when they can be exercised. */
function OptionFields({ facts, put, say, path, errorAt }: OptionProps) {
  return (
    <>
      <Checkbox
        label="The strike is set later"
        checked={facts.toBeSet}
        onChange={(event) => put({ strike: null, facts: { ...facts, toBeSet: event.target.checked } })}
      />
      <NumberField
        label="To exercise after leaving"
        optional
        unit="days"
        value={facts.exerciseDays}
        onChange={(exerciseDays) => say({ exerciseDays })}
        error={errorAt(`${path}.facts.exerciseDays`)}
      />
      <SelectField
        label="Exercise before it vests"
        options={answers}
        value={facts.earlyExercise === null ? '' : facts.earlyExercise ? 'yes' : 'no'}
        onChange={(event) => say({ earlyExercise: event.target.value === '' ? null : event.target.value === 'yes' })}
      />
    </>
  );
}

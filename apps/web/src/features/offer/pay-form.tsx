import { known, none, type Stated, unknown } from '@parley/domain/compensation/components';
import { MoneyField } from '../../components/money-field.tsx';
import { DecimalField, NumberField, PercentField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { type State, StatedForm } from './stated-form.tsx';
import type { EntryTools } from './use-entry.ts';

const at = 'draft.content.components';

/** A state chosen by hand: what was typed stays when it is still of use. */
function turned<T>(part: Stated<T>, state: State, blank: T): Stated<T> {
  if (state === 'known') return part.state === 'known' ? part : known(blank);
  return state === 'none' ? none : unknown;
}

/** Base, bonus and sign-on. */
export function PayForm({ tools }: { tools: EntryTools }) {
  const { components, currency, set, errorAt } = tools;
  const { base, bonus, signOn } = components;
  const paid = signOn.state === 'known' ? signOn.value.paid : [];
  const pay = (index: number, amount: number | null) => {
    const next = [0, 1].map((year) => (year === index ? (amount ?? 0) : (paid[year] ?? 0)));
    const kept = next[1] === 0 ? next.slice(0, 1) : next;
    const clawback = signOn.state === 'known' ? signOn.value.clawback : null;
    set({ signOn: amount === null && kept.every((sum) => sum === 0) ? unknown : known({ paid: kept, clawback }) });
  };
  return (
    <div className="flex flex-col gap-4">
      <StatedForm label="Base" state={base.state} onState={(state) => set({ base: turned(base, state, Number.NaN) })}>
        <MoneyField
          label="Base a year"
          currency={currency}
          value={base.state === 'known' ? base.value : null}
          onChange={(amount) => set({ base: amount === null ? unknown : known(amount) })}
          placeholder="185k"
          error={errorAt(`${at}.base`)}
        />
      </StatedForm>
      <StatedForm label="Bonus" state={bonus.state} onState={(state) => set({ bonus: turned(bonus, state, { target: '' }) })}>
        <PercentField
          label="Bonus target, of base"
          value={bonus.state === 'known' && bonus.value.target !== '' ? bonus.value.target : null}
          onChange={(target) => set({ bonus: target === null ? unknown : known({ target }) })}
          error={errorAt(`${at}.bonus`)}
        />
      </StatedForm>
      <StatedForm
        label="Sign-on"
        state={signOn.state}
        onState={(state) => set({ signOn: turned(signOn, state, { paid: [Number.NaN], clawback: null }) })}
      >
        <div className="grid gap-3 sm:grid-cols-2">
          {[0, 1].map((year) => (
            <MoneyField
              key={year}
              label={year === 0 ? 'Sign-on, year 1' : 'In year 2'}
              optional={year === 1}
              currency={currency}
              value={paid[year] || null}
              onChange={(amount) => pay(year, amount)}
              error={year === 0 ? errorAt(`${at}.signOn.value.paid`) : undefined}
            />
          ))}
        </div>
        {signOn.state === 'known' ? <ClawbackForm tools={tools} /> : null}
      </StatedForm>
    </div>
  );
}

const clawbacks = [
  { value: '', label: 'Not owed back, or not said' },
  { value: 'monthly', label: 'Owed back, less month by month' },
  { value: 'daily', label: 'Owed back, less day by day' },
  { value: 'full-then-monthly', label: 'All at first, then less by month' },
];

function ClawbackForm({ tools: { components, set, errorAt } }: { tools: EntryTools }) {
  const { signOn } = components;
  if (signOn.state !== 'known') return null;
  const { paid, clawback } = signOn.value;
  const put = (next: typeof clawback) => set({ signOn: known({ paid, clawback: next }) });
  const choose = (kind: string) => {
    if (kind !== 'daily' && kind !== 'monthly' && kind !== 'full-then-monthly') return put(null);
    put({ kind, months: clawback?.months ?? 12, full: kind === 'full-then-monthly' ? 6 : 0 });
  };
  return (
    <div className="mt-3 grid gap-3 sm:grid-cols-2">
      <SelectField
        label="If I leave early"
        options={clawbacks}
        value={clawback?.kind ?? ''}
        onChange={(event) => choose(event.target.value)}
      />
      {clawback ? (
        <NumberField
          label="Months until it is mine"
          value={clawback.months}
          onChange={(months) => put({ ...clawback, months: months ?? Number.NaN })}
          error={errorAt(`${at}.signOn.value.clawback`)}
        />
      ) : null}
    </div>
  );
}

/** Leave, and the retirement match as one tier. */
export function BenefitsForm({ tools }: { tools: EntryTools }) {
  const { components, set, errorAt } = tools;
  const { leaveDays, match } = components;
  const [tier, ...more] = match.state === 'known' ? match.value.tiers : [];
  const own = match.state === 'known' ? match.value.own : null;
  const put = (patch: { rate?: string | null; upTo?: string | null }) => {
    const next = { rate: tier?.rate ?? '', upTo: tier?.upTo ?? '', ...patch };
    const isEmpty = !next.rate && !next.upTo && more.length === 0;
    set({ match: isEmpty ? unknown : known({ tiers: [{ rate: next.rate ?? '', upTo: next.upTo ?? '' }, ...more], own }) });
  };
  return (
    <div className="flex flex-col gap-4">
      <StatedForm label="Leave" state={leaveDays.state} onState={(state) => set({ leaveDays: turned(leaveDays, state, '') })}>
        <DecimalField
          label="Days of paid leave a year"
          value={leaveDays.state === 'known' && leaveDays.value !== '' ? leaveDays.value : null}
          onChange={(days) => set({ leaveDays: days === null ? unknown : known(days) })}
          unit="days"
          error={errorAt(`${at}.leaveDays`)}
        />
      </StatedForm>
      <StatedForm
        label="Match"
        state={match.state}
        onState={(state) => set({ match: turned(match, state, { tiers: [{ rate: '', upTo: '' }], own: null }) })}
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <PercentField
            label="They add, of what I put in"
            value={tier?.rate || null}
            onChange={(rate) => put({ rate })}
            error={errorAt(`${at}.match.value.tiers.0.rate`)}
          />
          <PercentField
            label="Up to, of base"
            value={tier?.upTo || null}
            onChange={(upTo) => put({ upTo })}
            error={errorAt(`${at}.match.value.tiers.0.upTo`)}
          />
        </div>
      </StatedForm>
    </div>
  );
}

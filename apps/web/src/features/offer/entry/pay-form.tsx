import { payOf, targetOf } from '@parley/domain/compensation/base';
import { known, none, type Stated, unknown } from '@parley/domain/compensation/components';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { NumberField, PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { PaymentsForm } from './payments-form.tsx';
import { type State, StatedForm } from './stated-form.tsx';
import type { EntryTools } from './use-entry.ts';

const at = 'draft.content.components';

/** A state chosen by hand: what was typed stays when it is still of use. */
export function turned<T>(part: Stated<T>, state: State, blank: T): Stated<T> {
  if (state === 'known') return part.state === 'known' ? part : known(blank);
  return state === 'none' ? none : unknown;
}

/** A guarantee: the least that the bonus will be, or money on top of it. */
export function GuaranteeForm({ tools: { components, currency, set, setCurrency, errorAt } }: { tools: EntryTools }) {
  const { guaranteed } = components;
  const value = guaranteed.state === 'known' ? guaranteed.value : { paid: [], kind: 'floor' as const };
  return (
    <StatedForm
      label="Guarantee"
      state={guaranteed.state}
      onState={(state) => set({ guaranteed: turned(guaranteed, state, { paid: [Number.NaN], kind: 'floor' }) })}
    >
      <PaymentsForm
        word="Guaranteed bonus"
        paid={value.paid}
        currency={currency}
        onChange={(paid) => set({ guaranteed: known({ ...value, paid }) })}
        onEmpty={() => set({ guaranteed: unknown })}
        onCurrency={setCurrency}
        error={errorAt(`${at}.guaranteed.value.paid`)}
      />
      {guaranteed.state === 'known' ? (
        <div className="mt-3">
          <RadioGroup
            label="What is guaranteed"
            choices={guarantees}
            value={value.kind}
            onChange={(kind) => set({ guaranteed: known({ ...value, kind }) })}
          />
        </div>
      ) : null}
    </StatedForm>
  );
}

const guarantees = [
  { value: 'floor' as const, label: 'The least that the bonus will be' },
  { value: 'extra' as const, label: 'Money on top of the bonus' },
];

/** Base, bonus and sign-on. */
export function PayForm({ tools }: { tools: EntryTools }) {
  const { components, currency, set, setCurrency, errorAt } = tools;
  const { base, bonus, signOn } = components;
  const { paid, clawback } = signOn.state === 'known' ? signOn.value : { paid: [], clawback: null };
  return (
    <>
      <StatedForm label="Base" state={base.state} onState={(state) => set({ base: turned(base, state, Number.NaN) })}>
        <MoneyField
          label="Base a year"
          currency={currency}
          per="year"
          onCurrency={setCurrency}
          value={base.state === 'known' ? payOf(base.value).amount : null}
          onChange={(amount) => set({ base: amount === null ? unknown : known(amount) })}
          placeholder="185k"
          error={errorAt(`${at}.base`)}
        />
      </StatedForm>
      <StatedForm label="Bonus" state={bonus.state} onState={(state) => set({ bonus: turned(bonus, state, { target: '' }) })}>
        <PercentField
          label="Bonus target, of base"
          value={targetOf(bonus) || null}
          onChange={(target) => set({ bonus: target === null ? unknown : known({ target }) })}
          error={errorAt(`${at}.bonus`)}
        />
      </StatedForm>
      <StatedForm
        label="Sign-on"
        state={signOn.state}
        onState={(state) => set({ signOn: turned(signOn, state, { paid: [Number.NaN], clawback: null }) })}
      >
        <PaymentsForm
          word="Sign-on"
          paid={paid}
          currency={currency}
          onChange={(next) => set({ signOn: known({ paid: next, clawback }) })}
          onEmpty={() => (clawback === null ? set({ signOn: unknown }) : undefined)}
          onCurrency={setCurrency}
          error={errorAt(`${at}.signOn.value.paid`)}
        />
        {signOn.state === 'known' ? <ClawbackForm tools={tools} /> : null}
      </StatedForm>
    </>
  );
}

const clawbacks = [
  { value: '', label: 'Not owed back, or not said' },
  { value: 'monthly', label: 'Owed back, less each month' },
  { value: 'daily', label: 'Owed back, less each day' },
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
          error={errorAt(`${at}.signOn.value.clawback.months`)}
        />
      ) : null}
      {clawback?.kind === 'full-then-monthly' ? (
        <NumberField
          label="Months in which all is owed"
          value={clawback.full}
          onChange={(full) => put({ ...clawback, full: full ?? Number.NaN })}
          error={errorAt(`${at}.signOn.value.clawback.full`)}
        />
      ) : null}
    </div>
  );
}

import { targetOf } from '@parley/domain/compensation/base';
import { type Clawback, known, unknown } from '@parley/domain/compensation/components';
import type { Variable } from '@parley/domain/compensation/conventions';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { ClawbackForm } from './clawback-form.tsx';
import { DatedForm, withDated } from './dated-form.tsx';
import { PaymentsForm } from './payments-form.tsx';
import { StatedForm } from './stated-form.tsx';
import { type EntryTools, turnStated } from './use-entry.ts';

const at = 'draft.content.components';

type Props = { tools: EntryTools };

const kinds = [
  { value: 'target' as const, label: 'a share of base' },
  { value: 'amount' as const, label: 'an amount' },
];

/** Variable pay: a share of base or an amount a year, as the letter has it, and the most that is paid. */
export function BonusForm({ tools: { components, currency, set, setCurrency, errorAt } }: Props) {
  const { bonus } = components;
  const value: Variable = bonus.state === 'known' ? bonus.value : { target: '' };
  const isAmount = 'amount' in value;
  return (
    <StatedForm label="Bonus" state={bonus.state} onState={(state) => set({ bonus: turnStated(bonus, state, value) })}>
      <div className="flex flex-col gap-3">
        {isAmount ? (
          <MoneyField
            label="Bonus a year, at target"
            currency={currency}
            per="year"
            onCurrency={setCurrency}
            value={value.amount}
            onChange={(amount) => set({ bonus: known({ ...value, amount: amount ?? Number.NaN }) })}
            error={errorAt(`${at}.bonus`)}
          />
        ) : (
          <PercentField
            label="Bonus target, of base"
            value={targetOf(bonus) || null}
            onChange={(target) =>
              set({ bonus: target === null && !value.cap ? unknown : known({ ...value, target: target ?? '' }) })
            }
            error={errorAt(`${at}.bonus`)}
          />
        )}
        <RadioGroup
          label="The letter gives"
          inline
          choices={kinds}
          value={isAmount ? 'amount' : 'target'}
          onChange={(kind) => set({ bonus: known(kind === 'amount' ? { amount: Number.NaN } : { target: '' }) })}
        />
        {bonus.state === 'known' ? (
          <PercentField
            label="At most, of target"
            optional
            value={value.cap ?? null}
            onChange={(cap) => set({ bonus: known({ ...value, cap }) })}
            error={errorAt(`${at}.bonus.value.cap`)}
          />
        ) : null}
      </div>
    </StatedForm>
  );
}

/** What is paid for coming, by year, and what is owed back on leaving. */
export function SignOnForm({ tools: { components, currency, set, setCurrency, errorAt } }: Props) {
  const { signOn } = components;
  const value = signOn.state === 'known' ? signOn.value : { paid: [], clawback: null };
  const dated = value.dated ?? [];
  const putClawback = (clawback: Clawback | null) => set({ signOn: known({ ...value, clawback }) });
  return (
    <StatedForm
      label="Sign-on"
      state={signOn.state}
      onState={(state) => set({ signOn: turnStated(signOn, state, { paid: [Number.NaN], clawback: null }) })}
    >
      <PaymentsForm
        word="Sign-on"
        paid={value.paid}
        currency={currency}
        onChange={(paid) => set({ signOn: known(dated.length > 0 ? withDated({ ...value, paid }, dated) : { ...value, paid }) })}
        onEmpty={() => (value.clawback === null && dated.length === 0 ? set({ signOn: unknown }) : undefined)}
        onCurrency={setCurrency}
        error={errorAt(`${at}.signOn.value.paid`)}
      />
      {signOn.state === 'known' ? (
        <DatedForm
          word="Sign-on"
          dated={dated}
          currency={currency}
          onChange={(next) => set({ signOn: known(withDated(value, next)) })}
          path={`${at}.signOn.value.dated`}
          errorAt={errorAt}
        />
      ) : null}
      {signOn.state === 'known' ? (
        <ClawbackForm clawback={value.clawback} onChange={putClawback} path={`${at}.signOn.value.clawback`} errorAt={errorAt} />
      ) : null}
    </StatedForm>
  );
}

/** A guarantee: the least that the bonus will be, or money on top of it. */
export function GuaranteeForm({ tools: { components, currency, set, setCurrency, errorAt } }: Props) {
  const { guaranteed } = components;
  const value = guaranteed.state === 'known' ? guaranteed.value : { paid: [], kind: 'floor' as const };
  return (
    <StatedForm
      label="Guarantee"
      state={guaranteed.state}
      onState={(state) => set({ guaranteed: turnStated(guaranteed, state, { paid: [Number.NaN], kind: 'floor' }) })}
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

import { type Grant, known, none, unknown } from '@parley/domain/compensation/components';
import { vestingPresets } from '@parley/domain/compensation/vesting';
import { Checkbox, RadioGroup } from '../../components/choice-field.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { DecimalField, NumberField } from '../../components/number-field.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { type State, StatedForm } from './stated-form.tsx';
import type { EntryTools } from './use-entry.ts';

/** A new grant: counted by value, the way letters say it, even over four years. */
export function blankGrant(kind: Grant['kind'] = 'rsu'): Grant {
  const { steps, cliff } = vestingPresets.even;
  const size = kind === 'rsu' ? ({ by: 'value', value: Number.NaN } as const) : ({ by: 'shares', shares: Number.NaN } as const);
  return {
    name: '',
    kind,
    size,
    price: null,
    strike: null,
    preferred: null,
    listed: kind === 'rsu',
    vesting: { start: { after: 0 }, granted: null, steps: steps.map((step) => ({ ...step })), cliff },
  };
}

const kinds = [
  { value: 'rsu' as const, label: 'Shares (RSU)' },
  { value: 'iso' as const, label: 'Options (ISO)' },
  { value: 'nso' as const, label: 'Options (NSO)' },
];

/** One equity grant; further ones of an earlier version are kept as they are. */
export function EquityForm({ tools }: { tools: EntryTools }) {
  const { components, set } = tools;
  const { grants } = components;
  const [grant, ...more] = grants.state === 'known' ? grants.value : [];
  const onState = (state: State) => {
    if (state === 'known') set({ grants: known([grant ?? blankGrant(), ...more]) });
    else set({ grants: state === 'none' ? none : unknown });
  };
  const put = (patch: Partial<Grant>) => set({ grants: known([{ ...(grant ?? blankGrant()), ...patch }, ...more]) });
  return (
    <StatedForm label="Equity" state={grants.state} onState={onState}>
      {grant ? (
        <GrantForm grant={grant} put={put} tools={tools} />
      ) : (
        <p className="pt-1 text-ink-soft">Shares or options: choose “Stated” to enter them.</p>
      )}
      {more.length > 0 ? <p className="mt-3 text-sm text-ink-soft">{more.length} further grant(s) stay as they are.</p> : null}
    </StatedForm>
  );
}

type Put = (patch: Partial<Grant>) => void;
type GrantProps = { grant: Grant; put: Put; tools: EntryTools };

const path = 'draft.content.components.grants.value.0';

function GrantForm({ grant, put, tools }: GrantProps) {
  const isOption = grant.kind !== 'rsu';
  const choose = (kind: Grant['kind']) => {
    const mustCount = kind !== 'rsu' && grant.size.by === 'value';
    put({ kind, listed: kind === 'rsu', ...(mustCount ? { size: blankGrant(kind).size } : {}) });
  };
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup label="Kind of equity" inline choices={kinds} value={grant.kind} onChange={choose} />
      {isOption ? null : (
        <RadioGroup
          label="The letter counts it"
          inline
          choices={counts}
          value={grant.size.by}
          onChange={(by) => put({ size: by === 'value' ? { by, value: Number.NaN } : { by, shares: Number.NaN } })}
        />
      )}
      <SizeForm {...{ grant, put, tools }} />
      <ScheduleForm
        vesting={grant.vesting}
        onChange={(vesting) => put({ vesting })}
        path={`${path}.vesting`}
        errorAt={tools.errorAt}
      />
    </div>
  );
}

const counts = [
  { value: 'value' as const, label: 'as a value' },
  { value: 'shares' as const, label: 'in shares' },
];

function SizeForm({ grant, put, tools: { currency, errorAt } }: GrantProps) {
  const { size, kind, price, strike, listed } = grant;
  const isOption = kind !== 'rsu';
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      {size.by === 'value' ? (
        <MoneyField
          label="Value of the grant"
          currency={currency}
          value={size.value}
          onChange={(value) => put({ size: { by: 'value', value: value ?? Number.NaN } })}
          error={errorAt(`${path}.size`)}
        />
      ) : (
        <NumberField
          label={isOption ? 'Options' : 'Shares'}
          value={size.shares}
          onChange={(shares) => put({ size: { by: 'shares', shares: shares ?? Number.NaN } })}
          error={errorAt(`${path}.size`)}
        />
      )}
      <DecimalField
        label="Price of a share"
        optional={size.by === 'value'}
        unit={currency}
        value={price}
        onChange={(next) => put({ price: next })}
        error={errorAt(`${path}.price`)}
      />
      {isOption ? (
        <DecimalField
          label="Strike price"
          unit={currency}
          value={strike}
          onChange={(next) => put({ strike: next })}
          error={errorAt(`${path}.strike`)}
        />
      ) : null}
      <Checkbox label="The company is listed" checked={listed} onChange={(event) => put({ listed: event.target.checked })} />
    </div>
  );
}

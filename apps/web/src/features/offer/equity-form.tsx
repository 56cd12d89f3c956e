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

function GrantForm({ grant, put, tools }: { grant: Grant; put: Put; tools: EntryTools }) {
  const { currency, errorAt } = tools;
  const path = 'draft.content.components.grants.value.0';
  const isOption = grant.kind !== 'rsu';
  const choose = (kind: Grant['kind']) =>
    put({
      kind,
      listed: kind === 'rsu',
      ...(kind !== 'rsu' && grant.size.by === 'value' ? { size: blankGrant(kind).size } : {}),
    });
  const { size } = grant;
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup label="Kind of equity" inline choices={kinds} value={grant.kind} onChange={choose} />
      {isOption ? null : (
        <RadioGroup
          label="The letter counts it"
          inline
          choices={[
            { value: 'value', label: 'as a value' },
            { value: 'shares', label: 'in shares' },
          ]}
          value={size.by}
          onChange={(by) => put({ size: by === 'value' ? { by, value: Number.NaN } : { by, shares: Number.NaN } })}
        />
      )}
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
          value={grant.price}
          onChange={(price) => put({ price })}
          error={errorAt(`${path}.price`)}
        />
        {isOption ? (
          <DecimalField
            label="Strike price"
            unit={currency}
            value={grant.strike}
            onChange={(strike) => put({ strike })}
            error={errorAt(`${path}.strike`)}
          />
        ) : null}
        <Checkbox
          label="The company is listed"
          checked={grant.listed}
          onChange={(event) => put({ listed: event.target.checked })}
        />
      </div>
      <ScheduleForm vesting={grant.vesting} onChange={(vesting) => put({ vesting })} path={`${path}.vesting`} errorAt={errorAt} />
    </div>
  );
}

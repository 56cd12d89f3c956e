import type { Grant } from '@parley/domain/compensation/components';
import { vestingPresets } from '@parley/domain/compensation/vesting';
import { compareRatios, fromDecimal } from '@parley/domain/kernel/money';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Checkbox, RadioGroup } from '../../../components/form/choice-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { NumberField, PriceField } from '../../../components/form/number-field.tsx';
import { ScheduleForm } from './schedule-form.tsx';

/** A new grant: counted by value, the way letters say it, even over four years. */
export function blankGrant(kind: Grant['kind'] = 'rsu', after = 0): Grant {
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
    vesting: { start: { after }, granted: null, steps: steps.map((step) => ({ ...step })), cliff: after > 0 ? null : cliff },
  };
}

const kinds = [
  { value: 'rsu' as const, label: 'Shares (RSU)' },
  { value: 'iso' as const, label: 'Options (ISO)' },
  { value: 'nso' as const, label: 'Options (NSO)' },
];

export type GrantFormProps = {
  grant: Grant;
  put: (patch: Partial<Grant>) => void;
  /** Where the grant stands in the entry: its sentences are found by it. */
  path: string;
  currency: string;
  errorAt: (path: string) => string | undefined;
  /** Set where there is more than one: what this one is called, and how it goes away. */
  among: { title: string; onRemove: () => void } | null;
};

/** One grant: what it is, how much, at which price, and how it becomes mine. */
export function GrantForm(props: GrantFormProps) {
  const { grant, put, path, errorAt, among } = props;
  // Options are counted: what was typed as a value comes back with the shares.
  const [valued, setValued] = useState<Grant['size'] | null>(null);
  const choose = (kind: Grant['kind']) => {
    const mustCount = kind !== 'rsu' && grant.size.by === 'value';
    if (mustCount) setValued(grant.size);
    const size = mustCount ? blankGrant(kind).size : kind === 'rsu' && valued !== null ? valued : grant.size;
    if (kind === 'rsu') setValued(null);
    put({ kind, listed: kind === 'rsu', size });
  };
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {among ? (
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            label={`${among.title}: its name`}
            optional
            className="flex-1"
            value={grant.name}
            onChange={(event) => put({ name: event.target.value })}
            error={errorAt(`${path}.name`)}
          />
          <Button kind="quiet" icon={<Trash2 aria-hidden="true" />} onClick={among.onRemove}>
            Remove
          </Button>
        </div>
      ) : null}
      <RadioGroup label="Kind of equity" inline choices={kinds} value={grant.kind} onChange={choose} />
      {grant.kind === 'rsu' ? (
        <RadioGroup
          label="The letter counts it"
          inline
          choices={counts}
          value={grant.size.by}
          onChange={(by) => put({ size: by === 'value' ? { by, value: Number.NaN } : { by, shares: Number.NaN } })}
        />
      ) : null}
      <SizeForm {...props} />
      <PriceForm {...props} />
      <ScheduleForm vesting={grant.vesting} onChange={(vesting) => put({ vesting })} path={`${path}.vesting`} errorAt={errorAt} />
    </div>
  );
}

const counts = [
  { value: 'value' as const, label: 'as a value' },
  { value: 'shares' as const, label: 'in shares' },
];

function SizeForm({ grant: { size, kind, price }, put, path, currency, errorAt }: GrantFormProps) {
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      {size.by === 'value' ? (
        <MoneyField
          label="Value of the grant"
          currency={currency}
          per="once"
          value={size.value}
          onChange={(value) => put({ size: { ...size, value: value ?? Number.NaN } })}
          error={errorAt(`${path}.size.value`)}
        />
      ) : (
        <NumberField
          label={kind === 'rsu' ? 'Shares' : 'Options'}
          unit={kind === 'rsu' ? 'shares' : 'options'}
          value={size.shares}
          onChange={(shares) => put({ size: { by: 'shares', shares: shares ?? Number.NaN } })}
          error={errorAt(`${path}.size`)}
        />
      )}
      {size.by === 'value' ? (
        <PriceField
          label="Price at the grant"
          optional
          currency={currency}
          hint="Buys whole shares. Empty: the price of a share."
          value={size.at ?? null}
          onChange={(at) => put({ size: { ...size, at } })}
          error={errorAt(`${path}.size.at`)}
        />
      ) : null}
      <PriceField
        label="Price of a share"
        optional={size.by === 'value'}
        currency={currency}
        value={price}
        onChange={(next) => put({ price: next })}
        error={errorAt(`${path}.price`)}
      />
    </div>
  );
}

/** Whether two prices say that an option is worth nothing today. */
function isUnderwater(price: string | null, strike: string | null): boolean {
  const isRead = (text: string | null): text is string => text !== null && /^\d/.test(text);
  return isRead(price) && isRead(strike) && compareRatios(fromDecimal(strike), fromDecimal(price)) >= 0;
}

function PriceForm({ grant: { kind, price, strike, preferred, listed }, put, path, currency, errorAt }: GrantFormProps) {
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      {kind === 'rsu' ? null : (
        <PriceField
          label="Strike price"
          currency={currency}
          hint={isUnderwater(price, strike) ? 'At or above the price: worth 0 today, not less.' : undefined}
          value={strike}
          onChange={(next) => put({ strike: next })}
          error={errorAt(`${path}.strike`)}
        />
      )}
      <Checkbox label="The company is listed" checked={listed} onChange={(event) => put({ listed: event.target.checked })} />
      {listed ? null : (
        <PriceField
          label="What investors paid last"
          optional
          currency={currency}
          value={preferred}
          onChange={(next) => put({ preferred: next })}
          error={errorAt(`${path}.preferred`)}
        />
      )}
    </div>
  );
}

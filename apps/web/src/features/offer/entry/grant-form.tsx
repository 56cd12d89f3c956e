import type { Grant } from '@parley/domain/compensation/components';
import { type GrantKind, type GrantSize, grantKinds, isOption } from '@parley/domain/compensation/conventions';
import { vestingPresets } from '@parley/domain/compensation/vesting';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { FactsForm } from './facts-form.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { PriceForm, SizeForm } from './size-form.tsx';

/** A new grant: counted by value, the way letters say it, even over four years. */
export function blankGrant(kind: Grant['kind'] = 'rsu', after = 0): Grant {
  const { steps, cliff } = vestingPresets.even;
  const size = isOption(kind) ? ({ by: 'shares', shares: Number.NaN } as const) : ({ by: 'value', value: Number.NaN } as const);
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

export const kindWords: Record<GrantKind, string> = {
  rsu: 'Shares (RSU)',
  iso: 'Options (ISO)',
  nso: 'Options (NSO)',
  vsop: 'Virtual options (VSOP)',
  bspce: 'Warrants (BSPCE)',
  emi: 'Options (EMI)',
  phantom: 'Phantom shares',
  sar: 'Appreciation rights (SAR)',
};
const kinds = grantKinds.map((value) => ({ value, label: kindWords[value] }));

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
  // What was typed in one way of counting is there again when that way is chosen again.
  const [typed, setTyped] = useState<Partial<Record<GrantSize['by'], GrantSize>>>({});
  const count = (by: GrantSize['by']) => {
    setTyped({ ...typed, [grant.size.by]: grant.size });
    put({ size: typed[by] ?? blankSizes[by] });
  };
  // A size that is typed stays, whatever the kind; an empty field becomes the one that letters of the kind fill in.
  const choose = (kind: GrantKind) => {
    const isEmpty = JSON.stringify(grant.size) === JSON.stringify(blankSizes[grant.size.by]);
    put({ kind, listed: kind === 'rsu', size: isEmpty ? blankGrant(kind).size : grant.size });
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
      <SelectField
        label="Kind of equity"
        className="sm:max-w-72"
        options={kinds}
        value={grant.kind}
        onChange={(event) => choose(grantKinds.find((kind) => kind === event.target.value) ?? grant.kind)}
      />
      <RadioGroup label="The letter counts it" inline choices={counts} value={grant.size.by} onChange={count} />
      <SizeForm {...props} />
      <PriceForm {...props} />
      <FactsForm {...props} />
      <ScheduleForm vesting={grant.vesting} onChange={(vesting) => put({ vesting })} path={`${path}.vesting`} errorAt={errorAt} />
    </div>
  );
}

const counts = [
  { value: 'value' as const, label: 'as a value' },
  { value: 'shares' as const, label: 'by number' },
  { value: 'percent' as const, label: 'as % of the company' },
];

const blankSizes = {
  value: { by: 'value', value: Number.NaN },
  shares: { by: 'shares', shares: Number.NaN },
  percent: { by: 'percent', percent: '', of: null },
} as const satisfies Record<GrantSize['by'], GrantSize>;

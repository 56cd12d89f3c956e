import { clauseLabel, clauseParts } from '@parley/domain/negotiation/clause';
import { firmnesses, type Move } from '@parley/domain/negotiation/ledger/move';
import { componentLabel, keyOfOther } from '@parley/domain/negotiation/package';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useFieldArray } from 'react-hook-form';
import { Button, IconButton } from '../../../components/button.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import type { MoveKeeping } from './use-move-form.ts';

export type HeardFormProps = { form: MoveKeeping['form']; moves: readonly Move[] };

const four = ['base', 'bonusPercent', 'signOn', 'equity'].map((value) => ({ value, label: componentLabel(value) }));
const clauses = clauseParts.map((value) => ({ value, label: clauseLabel(value) }));
const usual = ['Team and budget'];
const firmnessOptions = firmnesses.map((value) => ({ value, label: value }));

/** The components that can be spoken of: the four, what is said without money, what the ledger names, and what is usual. */
function componentsOf(moves: readonly Move[]) {
  const named = moves.flatMap(({ package: first, second }) => [...first.others, ...(second?.others ?? [])]);
  const heard = moves.flatMap((move) => move.heard.map(({ component }) => component));
  const others = new Map([...named.map(({ name }) => name), ...usual].map((name) => [keyOfOther(name), name]));
  const known = new Set([...four, ...clauses].map(({ value }) => value));
  for (const key of heard) if (!known.has(key) && !others.has(key)) others.set(key, componentLabel(key));
  return [...four, ...clauses, ...[...others].map(([value, label]) => ({ value, label }))];
}

/** How firm they sounded about single components: "base is fixed, sign-on is possible". */
export function HeardForm({ form, moves }: HeardFormProps) {
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'heard' });
  const options = componentsOf(moves);
  const free = options.find(({ value }) => !fields.some((row) => row.component === value));
  const error = formState.errors.heard?.root?.message ?? formState.errors.heard?.message;
  return (
    <div className="flex flex-col items-start gap-2">
      {fields.map((row, index) => (
        <div key={row.id} className="grid w-full grid-cols-[1fr_1fr_auto] items-end gap-x-3">
          <SelectField label="About" options={options} {...register(`heard.${index}.component`)} error={error} />
          <SelectField label="sounded" options={firmnessOptions} {...register(`heard.${index}.firmness`)} />
          <IconButton label="Remove this line" icon={<Trash2 aria-hidden="true" />} onClick={() => remove(index)} />
        </div>
      ))}
      {free && fields.length < 12 ? (
        <Button
          kind="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => append({ component: free.value, firmness: 'possible' })}
        >
          Firmer or softer about one part
        </Button>
      ) : null}
    </div>
  );
}

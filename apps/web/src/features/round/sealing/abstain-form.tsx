import { type Component, keyOfOther } from '@parley/domain/negotiation/package';
import {
  buildOnTable,
  type Column,
  columns,
  labelOf,
  listInPlay,
  type RoundDocument,
  sameName,
} from '@parley/domain/round/round';
import { useWatch } from 'react-hook-form';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import type { CounterForm as Form } from './use-counter.ts';

type Props = { form: Form; document: RoundDocument };

/** Who cannot say gives no number: for a part of it, or for all of it. */
export function AbstainForm({ form, document }: Props) {
  const abstains = useWatch({ control: form.control, name: 'counter.abstains' }) ?? [];
  const asked = listInPlay(document);
  const set = (next: Component[]) => abstainFrom({ form, document }, next);
  return (
    <details open={abstains.length > 0}>
      <summary className="min-h-11 content-center text-sm font-medium text-ink-soft">I cannot say for some of it</summary>
      <fieldset className="flex flex-wrap gap-x-6">
        <legend className="text-sm text-ink-soft">
          You abstain from what you tick: it counts in no median, and is shown as an abstention.
        </legend>
        {asked.map((component) => (
          <Checkbox
            key={component}
            label={labelOf(document, component)}
            checked={abstains.includes(component)}
            onChange={({ target }) =>
              set(target.checked ? [...abstains, component] : abstains.filter((one) => one !== component))
            }
          />
        ))}
        <Checkbox
          label="All of it"
          checked={asked.every((component) => abstains.includes(component))}
          onChange={({ target }) => set(target.checked ? asked : [])}
        />
      </fieldset>
    </details>
  );
}

/** A number that one abstains from goes; one that is taken up again begins as it is on the table. */
export function abstainFrom({ form, document }: Props, abstains: Component[]): void {
  const { package: typed } = form.getValues('counter');
  const table = buildOnTable(document);
  const kept = <C extends Column>(column: C) => {
    if (!document[column].inPlay || abstains.includes(column)) return null;
    return typed[column] ?? table[column];
  };
  const others = document.others
    .filter((other) => other.inPlay && !abstains.includes(keyOfOther(other.name)))
    .map((asked) => {
      const before = typed.others.find((other) => sameName(other, asked));
      return { name: asked.name, every: asked.every, amount: before?.amount ?? asked.now ?? 0 };
    });
  const change = { shouldDirty: true, shouldValidate: form.formState.isSubmitted };
  form.setValue('counter.abstains', abstains, change);
  for (const column of columns) form.setValue(`counter.package.${column}`, kept(column), change);
  form.setValue('counter.package.others', others, change);
}

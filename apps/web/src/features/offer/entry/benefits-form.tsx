import { type Benefit, known, listOf, unknown } from '@parley/domain/compensation/components';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button, IconButton } from '../../../components/button.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { DecimalField } from '../../../components/form/number-field.tsx';
import { StatedForm } from './stated-form.tsx';
import { type EntryTools, turnStated } from './use-entry.ts';

const at = 'draft.content.components';

type Props = { tools: EntryTools };

/** Days of paid leave, or the word that there is no limit. */
export function LeaveForm({ tools: { components, set, errorAt } }: Props) {
  const { leaveDays } = components;
  return (
    <StatedForm label="Leave" state={leaveDays.state} onState={(state) => set({ leaveDays: turnStated(leaveDays, state, '') })}>
      <DecimalField
        label="Days of paid leave a year"
        hint="A number, or the word unlimited."
        value={leaveDays.state === 'known' && leaveDays.value !== '' ? leaveDays.value : null}
        onChange={(days) => set({ leaveDays: days === null ? unknown : known(days) })}
        min={0}
        words={['unlimited']}
        unit="days"
        error={errorAt(`${at}.leaveDays`)}
      />
    </StatedForm>
  );
}

const mostBenefits = 20;

/** Other benefits by name, with a value or without; what costs me is below 0. */
export function BenefitsForm({ tools: { components, currency, set, errorAt } }: Props) {
  const { benefits } = components;
  const list = listOf(benefits);
  const blank: Benefit = { name: '', yearly: null };
  const save = (next: Benefit[]) => set({ benefits: next.length === 0 ? unknown : known(next) });
  const edit = (index: number, patch: Partial<Benefit>) =>
    save(list.map((benefit, place) => (place === index ? { ...benefit, ...patch } : benefit)));
  return (
    <StatedForm
      label="Others"
      state={benefits.state}
      onState={(state) => set({ benefits: turnStated(benefits, state, [blank]) })}
    >
      <div className="flex flex-col gap-3">
        {list.length === 0 ? (
          <p className="pt-1 text-ink-soft">
            Meals, travel, health, a phone: by name, with a value or without. A premium that I pay is below 0.
          </p>
        ) : null}
        {list.map((benefit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a benefit is its place.
          <div key={index} className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
            <TextField
              label="Benefit"
              className="max-sm:col-span-2"
              value={benefit.name}
              onChange={(event) => edit(index, { name: event.target.value })}
              error={errorAt(`${at}.benefits.value.${index}.name`)}
            />
            <MoneyField
              label="Worth a year"
              optional
              per="year"
              isSigned
              currency={currency}
              value={benefit.yearly}
              onChange={(yearly) => edit(index, { yearly })}
              error={errorAt(`${at}.benefits.value.${index}.yearly`)}
            />
            <IconButton
              label={`Remove benefit ${index + 1}`}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => save(list.filter((_, place) => place !== index))}
            />
          </div>
        ))}
        {list.length < mostBenefits ? (
          <div>
            <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => save([...list, blank])}>
              Add a benefit
            </Button>
          </div>
        ) : null}
      </div>
    </StatedForm>
  );
}

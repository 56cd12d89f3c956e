import { firmnesses, type Move } from '@parley/domain/negotiation/ledger/move';
import { type Component, componentLabel, keyOfOther, listSaid, type Package } from '@parley/domain/negotiation/package';
import { Controller, useWatch } from 'react-hook-form';
import { Checkbox, RadioGroup } from '../../../components/form/choice-field.tsx';
import { HeardForm } from './heard-form.tsx';
import type { MoveKeeping } from './use-move-form.ts';

export const firmnessChoices = firmnesses.map((value) => ({ value, label: value }));

/** How firm they sounded, and about what. */
export function FirmnessForm({ form, moves }: { form: MoveKeeping['form']; moves: readonly Move[] }) {
  return (
    <>
      <Controller
        control={form.control}
        name="firmness"
        render={({ field }) => (
          <div className="max-sm:[&_label]:px-1.5">
            <RadioGroup
              inline
              label="How firm it sounded"
              value={field.value}
              onChange={field.onChange}
              choices={firmnessChoices}
            />
          </div>
        )}
      />
      <AboutChoice form={form} />
      <HeardForm form={form} moves={moves} />
    </>
  );
}

/** The components of a draft, whose amounts may not be understood yet. */
function listDrafted(figures: Partial<Package> | null | undefined): { parts: Component[]; others: Package['others'] } {
  const others = (figures?.others ?? []).map(({ name, every }) => ({ name, every, amount: 0 }));
  const { base = null, bonusPercent = null, signOn = null, equity = null, clauses = [] } = figures ?? {};
  const parts = listSaid({ base, bonusPercent, signOn, equity, others, clauses }).filter((part) => part !== keyOfOther(''));
  return { parts, others };
}

/** Several figures in one sentence: which of them the words and their firmness are about. */
function AboutChoice({ form }: { form: MoveKeeping['form'] }) {
  const { control, setValue } = form;
  const [figures, second, about] = useWatch({ control, name: ['package', 'second', 'about'] });
  const [first, other] = [listDrafted(figures), listDrafted(second)];
  const parts = [...new Set([...first.parts, ...other.parts])];
  if (parts.length < 2) return null;
  const chosen = (about ?? []).filter((part) => parts.includes(part));
  const toggle = (part: Component) =>
    setValue('about', chosen.includes(part) ? chosen.filter((one) => one !== part) : [...chosen, part], { shouldDirty: true });
  return (
    <fieldset>
      <legend className="mb-1 font-medium">What their words are about</legend>
      <div className="flex flex-wrap gap-x-6">
        {parts.map((part) => (
          <Checkbox
            key={part}
            label={`About ${componentLabel(part, [...first.others, ...other.others])}`}
            checked={chosen.includes(part)}
            onChange={() => toggle(part)}
          />
        ))}
      </div>
    </fieldset>
  );
}

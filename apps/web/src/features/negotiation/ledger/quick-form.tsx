import { firmnesses, type Party, parties } from '@parley/domain/negotiation/ledger/move';
import { listAmounts } from '@parley/domain/negotiation/ledger/named';
import { componentLabel } from '@parley/domain/negotiation/package';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { Button } from '../../../components/button.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { useNamed } from '../../../components/form/use-named.tsx';
import { useFormat } from '../../../lib/format.ts';
import { partOfNegotiation } from '../../../lib/rooms.ts';
import { type Noted, quickParts, useQuickForm } from './use-quick-form.ts';

export type QuickFormProps = { opportunityId: string; negotiationId: string; currency: string };

const partyChoices = parties.toReversed().map((value) => ({ value, label: value === 'candidate' ? 'Me' : 'Them' }));
const partChoices = quickParts.map((value) => ({ value, label: componentLabel(value) }));
const firmnessWords = { fixed: 'Fixed', difficult: 'Difficult', possible: 'Possible', unclear: 'Unclear' } as const;
const large = 'min-h-14 w-full justify-center';

/** A figure written down with one thumb while somebody speaks: how firm it sounded is the press that writes it. */
export function QuickForm({ opportunityId, negotiationId, currency }: QuickFormProps) {
  const { keeping, noted, note } = useQuickForm(negotiationId);
  const named = useNamed(negotiationId);
  const { form, failure } = keeping;
  const { control, formState } = form;
  const [party, part] = useWatch({ control, name: ['party', 'part'] });
  useEffect(() => form.setFocus('amount'), [form]);
  const pending = formState.isSubmitting;
  return (
    <form className="flex flex-col gap-4" onSubmit={note('unclear')}>
      <Controller
        control={control}
        name="party"
        render={({ field }) => (
          <RadioGroup inline label="Who said it" value={field.value} onChange={field.onChange} choices={partyChoices} />
        )}
      />
      <Controller
        control={control}
        name="part"
        render={({ field }) => (
          <RadioGroup inline label="What it is about" value={field.value} onChange={field.onChange} choices={partChoices} />
        )}
      />
      <Controller
        control={control}
        name="amount"
        render={({ field, fieldState }) => (
          <DoubtedField
            {...field}
            key={part}
            near={listAmounts(part, named)}
            value={field.value ?? null}
            label="The figure"
            per={part === 'base' ? 'year' : 'once'}
            currency={currency}
            error={fieldState.error?.message}
          />
        )}
      />
      <FormFailure failure={failure} />
      <NoteButtons {...{ party, pending, note }} />
      {noted ? <NotedLine {...{ opportunityId, noted, currency }} /> : null}
    </form>
  );
}

type NoteButtonsProps = { party: Party; pending: boolean; note: ReturnType<typeof useQuickForm>['note'] };

/** Of theirs, how firm it sounded is the last press; of mine there is only that it was said. */
function NoteButtons({ party, pending, note }: NoteButtonsProps) {
  if (party === 'candidate')
    return (
      <Button kind="primary" type="submit" pending={pending} className={large}>
        Write it down
      </Button>
    );
  return (
    <fieldset>
      <legend className="mb-1 font-medium">How firm it sounded</legend>
      <p className="mb-2 text-sm text-ink-soft">A press writes it down.</p>
      <div className="grid grid-cols-2 gap-2">
        {firmnesses.map((firmness) => (
          <Button key={firmness} pending={pending} onClick={note(firmness)} className={large}>
            {firmnessWords[firmness]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function NotedLine({ opportunityId, noted, currency }: { opportunityId: string; noted: Noted; currency: string }) {
  const format = useFormat();
  const { party, part, amount, firmness } = noted;
  const who = party === 'candidate' ? 'You said' : 'They said';
  const firm = party === 'employer' && firmness !== 'unclear' ? `, ${firmness}` : '';
  return (
    <div role="status">
      <p>{`Written down: ${who} ${componentLabel(part).toLowerCase()} ${format.money(amount ?? 0, currency)}${firm}.`}</p>
      <Link
        to={partOfNegotiation}
        params={{ opportunityId, part: 'ledger' }}
        className="inline-flex min-h-11 items-center text-accent underline"
      >
        Complete or correct it in the ledger
      </Link>
    </div>
  );
}

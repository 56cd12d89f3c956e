import {
  channelWords,
  counterparts,
  counterpartWords,
  type Move,
  type MoveKind,
  moveChannels,
  moveKinds,
  type Party,
  parties,
} from '@parley/domain/negotiation/ledger/move';
import { emptyPackage } from '@parley/domain/negotiation/package';
import { Controller, useWatch } from 'react-hook-form';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { DateTimeField } from '../../../components/form/date-field.tsx';
import { FieldError, TextArea } from '../../../components/form/field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { CitationChoice } from '../competing-form.tsx';
import { FirmnessForm } from './firmness-form.tsx';
import { PackageForm } from './package-form.tsx';
import { SecondForm } from './second-form.tsx';
import type { MoveKeeping } from './use-move-form.ts';

export type MoveEntriesProps = { negotiationId: string; keeping: MoveKeeping; currency: string; moves: readonly Move[] };

const partyChoices = parties.map((value) => ({ value, label: value === 'candidate' ? 'Me' : 'Them' }));
const kindLabels = {
  propose: 'a proposal with figures',
  'best-and-final': '“best and final”',
  talk: 'only words',
  accept: 'accepts what is on the table',
  decline: 'says no to what is on the table',
} satisfies Record<MoveKind, string>;
const kindOptions = moveKinds.map((value) => ({ value, label: kindLabels[value] }));
const channelOptions = moveChannels.map((value) => ({ value, label: channelWords[value] }));
const counterpartOptions = [
  { value: '', label: 'not said' },
  ...counterparts.map((value) => ({ value, label: counterpartWords[value].label })),
];

/** Who moved, when, with which figures, in which words, and how firm they sounded. */
export function MoveEntries({ negotiationId, keeping, currency, moves }: MoveEntriesProps) {
  const { form, state } = keeping;
  const { register, control, setValue } = form;
  const { errors } = form.formState;
  const kind = useWatch({ control, name: 'kind' });
  const party = useWatch({ control, name: 'party' });
  const figures = kind === 'propose' || kind === 'best-and-final';
  const chooseKind = register('kind', {
    onChange: (event: { target: { value: string } }) => {
      if (['propose', 'best-and-final'].includes(event.target.value)) return;
      setValue('package', emptyPackage);
      setValue('second', null);
      setValue('leaned', null);
    },
  });
  return (
    <>
      <PartyChoice form={form} />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField label="What it was" options={kindOptions} {...chooseKind} error={errors.kind?.message} />
        <SelectField label="How" options={channelOptions} {...register('channel')} error={errors.channel?.message} />
        <CounterpartChoice form={form} />
        <Controller
          control={control}
          name="at"
          render={({ field }) => (
            <DateTimeField label="When" {...field} onChange={(at) => field.onChange(at ?? '')} error={errors.at?.message} />
          )}
        />
      </div>
      {figures ? <PackageForm {...{ negotiationId, form, currency, moves }} put="package" /> : null}
      <FieldError id="move-package" error={errors.package?.message ?? errors.package?.root?.message} />
      {figures ? <SecondForm {...{ negotiationId, form, currency, moves }} /> : null}
      <TextArea
        label={party === 'candidate' ? 'My exact words' : 'Their exact words'}
        hint={party === 'candidate' ? undefined : '“Difficult” is not “impossible”: what did they say, word for word?'}
        aside={<SavedMark state={state} />}
        maxLength={2000}
        {...register('words')}
        error={errors.words?.message}
      />
      {party === 'candidate' ? <CitationEntry form={form} negotiationId={negotiationId} /> : null}
      {party === 'employer' ? <FirmnessForm form={form} moves={moves} /> : null}
    </>
  );
}

function PartyChoice({ form }: { form: MoveKeeping['form'] }) {
  const choose = (next: Party) => {
    form.setValue('party', next, { shouldDirty: true });
    if (next === 'employer') form.setValue('cites', null);
  };
  return (
    <Controller
      control={form.control}
      name="party"
      render={({ field }) => <RadioGroup inline label="Who moved" value={field.value} onChange={choose} choices={partyChoices} />}
    />
  );
}

/** With whom it was, and what differs with them. */
function CounterpartChoice({ form }: { form: MoveKeeping['form'] }) {
  return (
    <Controller
      control={form.control}
      name="counterpart"
      render={({ field, fieldState }) => (
        <SelectField
          label="With whom"
          hint={field.value ? counterpartWords[field.value].hint : undefined}
          options={counterpartOptions}
          value={field.value ?? ''}
          onChange={(event) => field.onChange(counterparts.find((one) => one === event.target.value) ?? null)}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function CitationEntry({ form, negotiationId }: { form: MoveKeeping['form']; negotiationId: string }) {
  return (
    <Controller
      control={form.control}
      name="cites"
      render={({ field, fieldState }) => (
        <CitationChoice
          negotiationId={negotiationId}
          value={field.value ?? null}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

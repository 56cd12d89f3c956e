import {
  channelWords,
  counterparts,
  counterpartWords,
  firmnesses,
  type Move,
  type MoveKind,
  moveChannels,
  moveKinds,
  parties,
} from '@parley/domain/negotiation/ledger/move';
import { type Component, componentLabel, emptyPackage, keyOfOther, listNamed } from '@parley/domain/negotiation/package';
import { Controller, useWatch } from 'react-hook-form';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { Checkbox, RadioGroup } from '../../../components/form/choice-field.tsx';
import { DateTimeField } from '../../../components/form/date-field.tsx';
import { FieldError, TextArea } from '../../../components/form/field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { CitationChoice } from '../competing-form.tsx';
import { HeardForm } from './heard-form.tsx';
import { PackageForm } from './package-form.tsx';
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
const firmnessChoices = firmnesses.map((value) => ({ value, label: value }));

/** Who moved, when, with which figures, in which words, and how firm they sounded. */
export function MoveEntries({ negotiationId, keeping, currency, moves }: MoveEntriesProps) {
  const { form, state } = keeping;
  const { register, control, formState, setValue } = form;
  const { errors } = formState;
  const kind = useWatch({ control, name: 'kind' });
  const party = useWatch({ control, name: 'party' });
  const figures = kind === 'propose' || kind === 'best-and-final';
  const chooseKind = register('kind', {
    onChange: (event: { target: { value: string } }) => {
      if (!['propose', 'best-and-final'].includes(event.target.value)) setValue('package', emptyPackage);
    },
  });
  return (
    <>
      <Controller
        control={control}
        name="party"
        render={({ field }) => (
          <RadioGroup
            inline
            label="Who moved"
            value={field.value}
            onChange={(next) => {
              field.onChange(next);
              if (next === 'employer') setValue('cites', null);
            }}
            choices={partyChoices}
          />
        )}
      />
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
      {figures ? <PackageForm negotiationId={negotiationId} form={form} currency={currency} moves={moves} /> : null}
      <FieldError id="move-package" error={errors.package?.message ?? errors.package?.root?.message} />
      <TextArea
        label={party === 'candidate' ? 'My exact words' : 'Their exact words'}
        hint={party === 'candidate' ? undefined : '“Difficult” is not “impossible”: what did they say, word for word?'}
        aside={<SavedMark state={state} />}
        maxLength={2000}
        {...register('words')}
        error={errors.words?.message}
      />
      {party === 'candidate' ? <CitationEntry form={form} negotiationId={negotiationId} /> : null}
      {party === 'employer' ? <FirmnessEntries form={form} moves={moves} /> : null}
    </>
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

function FirmnessEntries({ form, moves }: { form: MoveKeeping['form']; moves: readonly Move[] }) {
  return (
    <>
      <Controller
        control={form.control}
        name="firmness"
        render={({ field }) => (
          <RadioGroup
            inline
            label="How firm it sounded"
            value={field.value}
            onChange={field.onChange}
            choices={firmnessChoices}
          />
        )}
      />
      <AboutChoice form={form} />
      <HeardForm form={form} moves={moves} />
    </>
  );
}

/** Several figures in one sentence: which of them the words and their firmness are about. */
function AboutChoice({ form }: { form: MoveKeeping['form'] }) {
  const { control, setValue } = form;
  const [figures, about] = useWatch({ control, name: ['package', 'about'] });
  const others = figures.others.map(({ name, every }) => ({ name, every, amount: 0 }));
  const { base, bonusPercent, signOn, equity } = figures;
  const parts = listNamed({ base, bonusPercent, signOn, equity, others }).filter((part) => part !== keyOfOther(''));
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
            label={`About ${componentLabel(part, others)}`}
            checked={chosen.includes(part)}
            onChange={() => toggle(part)}
          />
        ))}
      </div>
    </fieldset>
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

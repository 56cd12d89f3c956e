import { rhythmOf } from '@parley/domain/council/cadence';
import { type Cadence, weekdays } from '@parley/domain/council/council';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { TextArea, TextField } from '../../components/form/field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { ZoneField } from '../../components/form/zone-field.tsx';
import { RhythmForm } from './rhythm/rhythm-form.tsx';

type AboutFields = { name: string; purpose: string; cadence: Cadence };
type CadenceName = `cadence.${'weekday' | 'time' | 'zone' | 'minutes'}`;

/** The names of the fields are the same when founding and when editing; react-hook-form cannot know that. */
type Register<Name extends CadenceName | 'name' | 'purpose'> = (
  name: Name,
  options?: { valueAsNumber?: boolean },
) => ReturnType<UseFormRegister<AboutFields>>;

type CadenceProps = {
  register: Register<CadenceName>;
  errors: FieldErrors<Pick<AboutFields, 'cadence'>>;
  cadence: Cadence;
  onRhythm: (rhythm: NonNullable<Cadence['rhythm']>) => void;
};

type Props = Omit<CadenceProps, 'register' | 'errors'> & {
  register: Register<CadenceName | 'name' | 'purpose'>;
  errors: FieldErrors<AboutFields>;
};

const days = weekdays.map((label, at) => ({ value: String(at + 1), label }));
const lengths = [30, 45, 60, 75, 90, 105, 120, 150, 180].map((minutes) => ({
  value: String(minutes),
  label: `${minutes} minutes`,
}));

/** The first sentence about a rhythm that cannot be: of its week, its days, or one of them. */
function wrongRhythm(errors: CadenceProps['errors']): string | undefined {
  const wrong: unknown = errors.cadence?.rhythm;
  const found = JSON.stringify(wrong, (name, value: unknown) => (name === 'ref' ? undefined : value));
  return /"message":"([^"]+)"/.exec(found ?? '')?.[1];
}

/** When a council meets. */
export function CadenceForm({ register, errors, cadence, onRhythm }: CadenceProps) {
  const rhythm = rhythmOf(cadence);
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 font-medium">When you meet</legend>
      <RhythmForm rhythm={rhythm} zone={cadence.zone} onChange={onRhythm} error={wrongRhythm(errors)} />
      {rhythm.kind === 'dates' ? null : (
        <SelectField
          label="Weekday"
          options={days}
          {...register('cadence.weekday', { valueAsNumber: true })}
          error={errors.cadence?.weekday?.message}
        />
      )}
      <TextField label="Time" type="time" {...register('cadence.time')} error={errors.cadence?.time?.message} />
      <ZoneField label="Time zone" {...register('cadence.zone')} error={errors.cadence?.zone?.message} />
      <SelectField
        label="Length"
        options={lengths}
        {...register('cadence.minutes', { valueAsNumber: true })}
        error={errors.cadence?.minutes?.message}
      />
    </fieldset>
  );
}

/** Name, purpose and cadence of a council. */
export function AboutForm(props: Props) {
  const { register, errors } = props;
  return (
    <>
      <TextField label="Name" autoComplete="off" {...register('name')} error={errors.name?.message} />
      <TextArea
        label="Purpose"
        optional
        hint="What you meet for, in a sentence or two."
        {...register('purpose')}
        error={errors.purpose?.message}
      />
      <CadenceForm {...props} />
    </>
  );
}

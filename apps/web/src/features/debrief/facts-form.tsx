import { type DebriefDocument, type DebriefTime, debriefChannels } from '@parley/domain/debrief/debrief';
import { useState } from 'react';
import { ChipButton } from '../../components/chip.tsx';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { Field, TextField } from '../../components/form/field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { SliderField } from '../../components/form/slider-field.tsx';
import { usePerson } from '../../lib/person.ts';
import { instantToLocal, localToInstant } from '../../lib/time/zoned.ts';
import type { WriteProps } from './use-autosave.ts';

const kinds = [
  { value: 'interview', label: 'Interview' },
  { value: 'negotiation', label: 'Negotiation call' },
] as const;
/** One press instead of a line of typing. */
const usual = ['the hiring manager', 'the recruiter', 'the team'];
const channels = debriefChannels.map((channel) => ({ value: channel, label: channel }));

/** What it was, when, with whom, how, and how sure I felt before. */
export function FactsForm({ document, write, errorOf }: WriteProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <RadioGroup label="What it was" inline value={document.kind} onChange={(kind) => write({ kind })} choices={kinds} />
      <TimeFields document={document} write={write} errorOf={errorOf} />
      <div className="flex min-w-0 flex-col gap-2">
        <TextField
          label="With whom"
          maxLength={120}
          value={document.withWhom}
          error={errorOf('withWhom')}
          onChange={(event) => write({ withWhom: event.target.value })}
        />
        <div className="flex flex-wrap gap-2">
          {usual.map((who) => (
            <ChipButton key={who} onClick={() => write({ withWhom: who })}>
              {who}
            </ChipButton>
          ))}
        </div>
      </div>
      <SelectField
        label="How you spoke"
        placeholder="choose"
        options={channels}
        value={document.channel ?? ''}
        error={errorOf('channel')}
        onChange={(event) => write({ channel: channelOf(event.target.value) })}
      />
      <SliderField
        label="Confidence before"
        max={10}
        ends={['0: none', '10: sure']}
        value={document.confidenceBefore}
        onChange={(confidenceBefore) => write({ confidenceBefore })}
      />
    </div>
  );
}

function channelOf(value: string): DebriefDocument['channel'] {
  return debriefChannels.find((channel) => channel === value) ?? null;
}

/** A day, and a time of day where it is remembered: then it is a moment, in the zone of who writes. */
function TimeFields({ document, write, errorOf }: WriteProps) {
  const { zone } = usePerson();
  const [{ day, clock }, setParts] = useState(() => partsOf(document.time, zone));
  const enter = (parts: { day: string; clock: string }) => {
    setParts(parts);
    write({ time: timeOf(parts.day, parts.clock, zone) });
  };
  return (
    <div className="grid grid-cols-2 gap-2">
      {/* Uncontrolled: a half-typed date has no value yet and must not be wiped. */}
      <DateField
        label="Day"
        defaultValue={day}
        error={errorOf('time')}
        onChange={(event) => enter({ day: event.target.value, clock })}
      />
      <Field label="Time">
        {(control) => (
          <input
            {...control}
            type="time"
            className="entry tabular-nums"
            defaultValue={clock}
            onChange={(event) => enter({ day, clock: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function partsOf(time: DebriefTime | null, zone: string): { day: string; clock: string } {
  if (time === null) return { day: '', clock: '' };
  if (time.type === 'day') return { day: time.day, clock: '' };
  const [day = '', clock = ''] = instantToLocal(time.at, zone).split('T');
  return { day, clock };
}

function timeOf(day: string, clock: string, zone: string): DebriefTime | null {
  if (day === '') return null;
  const at = clock === '' ? null : localToInstant(`${day}T${clock}`, zone);
  return at === null ? { type: 'day', day } : { type: 'moment', at, zone };
}

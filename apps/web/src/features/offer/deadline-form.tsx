import { type Deadline, type Reading, readClock } from '@parley/domain/offer/deadline';
import { useState } from 'react';
import { RadioGroup } from '../../components/choice-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Field } from '../../components/field.tsx';
import { ZoneField } from '../../components/zone-field.tsx';
import { useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { instantToLocal } from '../../lib/zoned.ts';

type Props = {
  receivedOn: string | null;
  deadline: Deadline | null;
  onReceived: (receivedOn: string | null) => void;
  onDeadline: (deadline: Deadline | null) => void;
  errorAt: (path: string) => string | undefined;
};

const dayIn = (deadline: Deadline | null) =>
  deadline === null ? '' : deadline.kind === 'date' ? deadline.on : instantToLocal(deadline.at, deadline.zone).slice(0, 10);
const clockIn = (deadline: Deadline | null) =>
  deadline?.kind === 'moment' ? instantToLocal(deadline.at, deadline.zone).slice(11, 16) : '';

/** When the offer came and by when an answer is wanted, by the employer's own clock. */
export function DeadlineForm({ receivedOn, deadline, onReceived, onDeadline, errorAt }: Props) {
  const person = usePerson();
  const [zone, setZone] = useState(deadline?.zone ?? person.zone);
  const [reading, setReading] = useState<Reading | null>(null);
  const put = (on: string, time: string, where: string) => {
    setReading(null);
    if (on === '') return onDeadline(null);
    if (time === '') return onDeadline({ kind: 'date', on, zone: where });
    const read = readClock(`${on}T${time}`, where);
    setReading(read);
    const at = read.kind === 'one' ? read.at : read.kind === 'none' ? read.before : read.first;
    onDeadline({ kind: 'moment', at, zone: where });
  };
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <DateField
        label="Offer received on"
        optional
        value={receivedOn ?? ''}
        onChange={(event) => onReceived(event.target.value || null)}
        error={errorAt('receivedOn')}
      />
      <DateField
        label="Answer by"
        optional
        value={dayIn(deadline)}
        onChange={(event) => put(event.target.value, clockIn(deadline), zone)}
        error={errorAt('deadline')}
      />
      <ZoneField
        label="Their time zone"
        hint="A date alone ends at midnight there."
        value={zone}
        onChange={(event) => {
          setZone(event.target.value);
          put(dayIn(deadline), clockIn(deadline), event.target.value);
        }}
      />
      <Field label="At" optional hint="Only if they gave an hour.">
        {(control) => (
          <input
            {...control}
            type="time"
            className="entry tabular-nums"
            disabled={deadline === null}
            value={clockIn(deadline)}
            onChange={(event) => put(dayIn(deadline), event.target.value, zone)}
          />
        )}
      </Field>
      {reading && reading.kind !== 'one' ? (
        <OddHour reading={reading} zone={zone} deadline={deadline} onPick={(at) => onDeadline({ kind: 'moment', at, zone })} />
      ) : null}
    </div>
  );
}

type OddProps = {
  reading: Exclude<Reading, { kind: 'one' }>;
  zone: string;
  deadline: Deadline | null;
  onPick: (at: string) => void;
};

/** An hour that the clocks skip, or pass twice, on that day: the person says which is meant; the earlier until then. */
function OddHour({ reading, zone, deadline, onPick }: OddProps) {
  const format = useFormat();
  const place = format.place(zone);
  const there = (at: string) => `${format.time(at, zone)} in ${place}`;
  const choices =
    reading.kind === 'none'
      ? [
          { value: reading.before, label: `Before the jump: ${there(reading.before)}` },
          { value: reading.after, label: `After it: ${there(reading.after)}` },
        ]
      : [
          { value: reading.first, label: `The first, ${format.dayTime(reading.first)} here` },
          { value: reading.second, label: `The second, ${format.dayTime(reading.second)} here` },
        ];
  const earlier = reading.kind === 'none' ? reading.before : reading.first;
  return (
    <div className="sm:col-span-2">
      <RadioGroup
        label={
          reading.kind === 'none'
            ? `Clocks in ${place} skip this hour on that day. Which one is meant?`
            : `Clocks in ${place} pass this hour twice on that day. Which one is meant?`
        }
        hint="The earlier one counts until you say."
        choices={choices}
        value={deadline?.kind === 'moment' ? deadline.at : earlier}
        onChange={onPick}
      />
    </div>
  );
}
